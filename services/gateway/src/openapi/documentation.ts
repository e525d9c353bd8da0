import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';

const path = '/api/docs';
/** Its own files only; the page sets styles and draws icons inline. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The documentation page, from files that are installed with us; it reads /api/openapi.json. */
export function serveDocumentation(app: NestFastifyApplication): void {
  SwaggerModule.setup(path.slice(1), app, () => undefined as never, {
    raw: false,
    swaggerUrl: '/api/openapi.json',
    customSiteTitle: '登科 · 接口文档',
    swaggerOptions: { withCredentials: true, tryItOutEnabled: false },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (request.url.startsWith(path)) {
        void reply.header('content-security-policy', policy);
      }
      done();
    });
}
