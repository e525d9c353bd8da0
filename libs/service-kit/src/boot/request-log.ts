import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { inScope } from '../clock/scope';
import { callerOf } from '../http/request';
import { routeName } from '../http/route-name';
import { traceHeader, traceOf } from '../http/trace';
import type { Metrics } from '../metrics/metrics';
import { spanTime } from '../tracing/span';
import { traces } from '../tracing/traces';
import type { Log } from './log';

const QUIET = /^\/(health|internal)\//;
/** Whoever asks may write anything in its place. */
const SERIAL = /^\d{4}-\d{6}$/;

/**
 * One line a request: method, route pattern, status, time, the submission it is about, and the id of who was let in. No address, query, header or
 * body. Counted too, and a span where spans are kept.
 */
export function logRequests(app: NestFastifyApplication, log: Log, metrics: Metrics): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header(traceHeader, request.id);
    done();
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    const { traceId, spanId } = traceOf(request.raw);
    inScope({ traceId, spanId }, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeName(request as unknown as FastifyRequest);
    const seconds = reply.elapsedTime / 1_000;
    const answered = { method: request.method, route, status: reply.statusCode };
    const fields = {
      traceId: request.id,
      ...callerOf(request as unknown as FastifyRequest),
      ...submissionOf(request.params),
      ...answered,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    metrics.answered({ ...answered, seconds });
    keepSpan(request as unknown as FastifyRequest, { ...answered, seconds });
    log.at(QUIET.test(route) ? 'debug' : 'info', 'request', fields);
    done();
  });
}

function submissionOf(parameters: unknown): { submission?: string } {
  const serial = (parameters as { serial?: unknown } | null | undefined)?.serial;
  return typeof serial === 'string' && SERIAL.test(serial) ? { submission: serial } : {};
}

/** What the house asks itself twice a second (health, feeds, metrics) is no trace of its own. */
function keepSpan(request: FastifyRequest, { method, route, status, seconds }: Parameters<Metrics['answered']>[0]): void {
  const { parent, traceId, spanId } = traceOf(request.raw);
  if (!traces.areKept || (parent === undefined && QUIET.test(route))) {
    return;
  }
  const ended = spanTime();
  traces.add({
    ...{ name: `${method} ${route}`, kind: 'server', context: { traceId, spanId }, parentId: parent?.spanId },
    ...{ began: ended - seconds * 1_000, ended, failed: status >= 500 },
    attributes: {
      ...{ 'http.request.method': method, 'http.route': route, 'http.response.status_code': status },
      ...submissionOf(request.params),
    },
  });
}
