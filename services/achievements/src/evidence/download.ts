import { Confirmed } from '@dengke/service-kit';
import { applyDecorators, Header } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';

/** For routes that answer `EvidenceService.open`: accounts is asked again (design §6), and no browser shows, guesses at or keeps the file. */
export const Download = () =>
  applyDecorators(
    Confirmed(),
    ApiProduces('application/octet-stream'),
    Header('x-content-type-options', 'nosniff'),
    Header('content-security-policy', "default-src 'none'; sandbox"),
    Header('cache-control', 'private, no-store'),
  );
