import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '@dengke/service-kit';

const link = /\/channels\/unsubscribe\/[^/]*$/;
const LONGEST = 1_024;

/** A mail program unsubscribes with a form (RFC 8058), which is all there and says nothing; no other route takes one. */
export async function takeUnsubscribing(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: LONGEST }, (request, _body, done) =>
    link.test(request.url) ? done(null, undefined) : done(new DomainError('MEDIA_TYPE_REFUSED'), undefined),
  );
}
