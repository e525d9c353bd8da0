import { applyDecorators, Header } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Confirmed } from '../http/access';

/** For routes that answer a file: accounts is asked again (design §6), and no browser shows, guesses at or keeps the file. */
export const Download = () =>
  applyDecorators(
    Confirmed(),
    ApiOkResponse({ description: 'The file', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }),
    Header('x-content-type-options', 'nosniff'),
    Header('content-security-policy', "default-src 'none'; sandbox"),
    Header('cache-control', 'private, no-store'),
  );
