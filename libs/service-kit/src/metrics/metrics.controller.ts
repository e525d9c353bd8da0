import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiProduces } from '@nestjs/swagger';
import { Internal, Timeless } from '../http/access';
import { Metrics } from './metrics';

/** Timeless, since it is asked twice a minute whether people work or not. */
@Controller('internal')
@Internal()
@Timeless()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOperation({ summary: 'What a Prometheus reads of this process' })
  text(): Promise<string> {
    return this.metrics.text();
  }
}
