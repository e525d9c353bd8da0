import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../http/request';
import { routeName } from '../http/route-name';
import { traceHeader } from '../http/trace';
import type { Metrics } from '../metrics/metrics';
import type { Log } from './log';

const QUIET = /^\/(health|internal)\//;

/** One line a request: method, route pattern, status, time, and the id of who was let in. No address, query, header or body. Counted too, where there are metrics. */
export function logRequests(app: NestFastifyApplication, log: Log, metrics: Metrics | undefined): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header(traceHeader, request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeName(request as unknown as FastifyRequest);
    const fields = {
      traceId: request.id,
      ...callerOf(request as unknown as FastifyRequest),
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    metrics?.answered({ method: request.method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1_000 });
    log.at(QUIET.test(route) ? 'debug' : 'info', 'request', fields);
    done();
  });
}
