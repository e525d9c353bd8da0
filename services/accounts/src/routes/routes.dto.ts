import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { doors, stageKinds } from '@dengke/contract';
import type { Door, ReviewRoute, RouteLeg, RouteUnit, StageKind } from '@dengke/contract';
import { graphFaults } from '../organisations/graph-lint';
import type { GraphFault } from '../organisations/graph-lint';

export class RouteQueryDto {
  /** The first completing unit (P18). */
  @ApiProperty() @IsString() @MaxLength(64) unit!: string;
  /** Through which door (S25); a unit with one door may leave it out. */
  @ApiPropertyOptional({ enum: doors }) @IsOptional() @IsIn(doors) door?: Door;
}

export class RouteLegDto implements RouteLeg {
  @ApiProperty({ enum: stageKinds }) kind!: StageKind;
  @ApiProperty() organisationId!: string;
}

export class RouteUnitDto implements RouteUnit {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() uscc!: string;
  @ApiProperty() areaCode!: string;
  @ApiProperty() organiserId!: string;
  @ApiProperty() ofOne!: boolean;
}

export class ReviewRouteDto implements ReviewRoute {
  @ApiProperty() routeId!: string;
  @ApiProperty() version!: number;
  @ApiProperty() name!: string;
  @ApiProperty() paperRequired!: boolean;
  @ApiProperty({ type: [RouteLegDto] }) legs!: RouteLegDto[];
  @ApiProperty() unit!: RouteUnitDto;
}

export class GraphFaultDto implements GraphFault {
  @ApiProperty({ enum: graphFaults }) fault!: GraphFault['fault'];
  @ApiProperty() organisationId!: string;
  /** What it concerns: a graph, a door, a route. */
  @ApiProperty() in!: string;
}
