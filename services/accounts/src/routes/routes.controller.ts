import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Allow, Me, Timeless } from '@dengke/service-kit';
import { ReviewRouteDto, RouteQueryDto } from './routes.dto';
import { RoutesService } from './routes.service';

@ApiTags('routes')
@Controller('routes')
@Timeless()
export class RoutesController {
  constructor(private readonly routes: RoutesService) {}

  @Get()
  @Allow('submission.read')
  @ApiOperation({ summary: 'The review route of a unit through a door, with the organisation at each desk' })
  @ApiOkResponse({ type: ReviewRouteDto })
  route(@Me() me: Caller, @Query() query: RouteQueryDto): Promise<ReviewRouteDto> {
    return this.routes.route(me, query);
  }
}
