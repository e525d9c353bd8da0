import { Log, ProblemFilter } from '@dengke/service-kit';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GatewayConfig } from '../config';
import { TemporalUiService } from './temporal-ui.service';
import { renderPath, uiPath } from './ui-paths';
import { wayToSignIn } from './way-to-sign-in';

/** The Temporal UI below a path of ours, where there is one; otherwise the path is the portal's like any other. */
export async function showTemporalUi(app: NestFastifyApplication, { temporalUiUrl }: GatewayConfig): Promise<void> {
  if (temporalUiUrl === undefined) {
    return;
  }
  const ui = app.get(TemporalUiService);
  const problems = new ProblemFilter(app.get(Log));
  await app
    .getHttpAdapter()
    .getInstance()
    .register(async (pages) => {
      pages.removeAllContentTypeParsers();
      pages.addContentTypeParser('*', (_request, _payload, done) => done(null));
      pages.setErrorHandler((error, request, reply) => {
        const way = wayToSignIn(error, request);
        return way === null
          ? problems.catch(error, new ExecutionContextHost([request, reply]))
          : void reply.header('cache-control', 'no-store').redirect(way);
      });
      for (const path of [uiPath, `${uiPath}/*`, renderPath]) {
        pages.all(path, async (request, reply) => {
          await ui.show(request, reply);
          return reply;
        });
      }
    });
}
