import { Log, ProblemFilter } from '@dengke/service-kit';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ForwardingService } from './forwarding.service';
import { apiPrefix } from './upstream-services';

/**
 * The whole API as one route of Fastify's own, beside Nest's: bodies stay unparsed and nothing is done twice. What goes wrong
 * becomes an answer in the one filter of the house.
 */
export async function forwardTheApi(app: NestFastifyApplication): Promise<void> {
  const forwarding = app.get(ForwardingService);
  const problems = new ProblemFilter(app.get(Log));
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(async (api) => {
    api.removeAllContentTypeParsers();
    api.addContentTypeParser('*', (_request, _payload, done) => done(null));
    api.setErrorHandler((error, request, reply) => {
      if (!request.raw.complete) {
        // What is left of the body is not wanted, and must not hold the connection.
        void reply.header('connection', 'close');
      }
      problems.catch(error, new ExecutionContextHost([request, reply]));
    });
    api.all(`${apiPrefix}*`, { config: { nameOf: (url: string) => forwarding.names.of(url) } }, async (request, reply) => {
      await forwarding.forward(request, reply);
      return reply;
    });
  });
}
