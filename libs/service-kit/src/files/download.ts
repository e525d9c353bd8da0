import { applyDecorators, Header } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { Confirmed } from '../http/access';

/** For routes that answer a file: accounts is asked again (design §6), and no browser shows, guesses at or keeps the file. */
export const Download = () =>
  applyDecorators(
    Confirmed(),
    ApiProduces('application/octet-stream'),
    Header('x-content-type-options', 'nosniff'),
    Header('content-security-policy', "default-src 'none'; sandbox"),
    Header('cache-control', 'private, no-store'),
  );
