import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Allow, Internal, Me, Timeless } from '@dengke/service-kit';
import { OrganisationDto, OrganisationForServicesDto, OrganisationsQueryDto, OrganisationWithUnitDto, UnitDto } from './organisations.dto';
import { OrganisationsService } from './organisations.service';

@ApiTags('organisations')
@Controller()
@Timeless()
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get('organisations')
  @Allow('organisation.read')
  @ApiOperation({ summary: 'Organisations of one’s part of the graphs: one’s own, those below, and the line above' })
  @ApiOkResponse({ type: [OrganisationDto] })
  list(@Me() me: Caller, @Query() query: OrganisationsQueryDto): Promise<OrganisationDto[]> {
    return this.organisations.list(me, query);
  }

  @Get('organisations/:id')
  @Allow('organisation.read')
  @ApiOperation({ summary: 'One’s own organisation or one below it; of a completing unit with code, organiser and doors' })
  @ApiOkResponse({ type: OrganisationWithUnitDto })
  organisation(@Me() me: Caller, @Param('id') id: string): Promise<OrganisationWithUnitDto> {
    return this.organisations.within(me, id);
  }

  @Get('units/:id')
  @Allow('organisation.read')
  @ApiOperation({ summary: 'A completing unit with its code, organiser and doors' })
  @ApiOkResponse({ type: UnitDto })
  unit(@Me() me: Caller, @Param('id') id: string): Promise<UnitDto> {
    return this.organisations.unit(me, id);
  }
}

@ApiTags('internal')
@Controller('internal/organisations')
@Internal()
@Timeless()
export class InternalOrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get(':id')
  @ApiOperation({ summary: 'An organisation with its path and, of a unit, its details, for the replicas of other services' })
  @ApiOkResponse({ type: OrganisationForServicesDto })
  organisation(@Param('id') id: string): Promise<OrganisationForServicesDto> {
    return this.organisations.forServices(id);
  }
}
