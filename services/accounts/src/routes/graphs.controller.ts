import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Internal, Timeless } from '@dengke/service-kit';
import { GraphCheck } from './graph-check';
import { GraphFaultDto } from './routes.dto';

@ApiTags('graphs')
@Controller('graphs')
@Timeless()
export class GraphsController {
  constructor(private readonly check: GraphCheck) {}

  @Get('lint')
  @Allow('graph.lint')
  @ApiOperation({ summary: 'All that is wrong with the three graphs, or missing in them; empty when nothing is' })
  @ApiOkResponse({ type: [GraphFaultDto] })
  lint(): Promise<GraphFaultDto[]> {
    return this.check.faults();
  }
}

@ApiTags('internal')
@Controller('internal/graphs')
@Internal()
@Timeless()
export class InternalGraphsController {
  constructor(private readonly check: GraphCheck) {}

  @Get('lint')
  @ApiOperation({ summary: 'The same, for operations: `npm run ops -- lint-graphs`' })
  @ApiOkResponse({ type: [GraphFaultDto] })
  lint(): Promise<GraphFaultDto[]> {
    return this.check.faults();
  }
}
