import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public, Timeless } from '../http/access';
import type { HealthChecks } from './health-checks';

export const HEALTH_CHECKS = 'dengke:health-checks';

interface Readiness {
  status: 'ready' | 'degraded' | 'unready';
  checks: Record<string, 'up' | 'down' | 'not-configured'>;
}

@Controller('health')
@Public()
@Timeless()
export class HealthController {
  constructor(@Inject(HEALTH_CHECKS) private readonly checks: HealthChecks) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  @HttpCode(200)
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The process can do its work; `degraded` (200) without Temporal, 503 without its database' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.readiness();
    void reply.status(readiness.status === 'unready' ? 503 : 200);
    return readiness;
  }

  private async readiness(): Promise<Readiness> {
    const results = await Promise.all(
      Object.entries(this.checks).map(async ([name, check]) => ({ name, vital: check.vital, up: await check.isUp() })),
    );
    const down = results.filter(({ up }) => up === false);
    return {
      status: down.length === 0 ? 'ready' : down.some(({ vital }) => vital) ? 'unready' : 'degraded',
      checks: Object.fromEntries(results.map(({ name, up }) => [name, up === 'not-configured' ? up : up ? 'up' : 'down'])),
    };
  }
}
