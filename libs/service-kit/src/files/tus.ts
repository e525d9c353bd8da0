import { applyDecorators, createParamDecorator, Injectable, UseInterceptors } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Readable } from 'node:stream';
import { DomainError } from '../http/domain-error';
import { mostBytes } from './upload';

/** tus 1.0: core, creation, checksum, expiration and termination (https://tus.io/protocols/resumable-upload). */
const VERSION = '1.0.0';
const EXTENSIONS = 'creation,checksum,expiration,termination';
const ALGORITHMS: Readonly<Record<string, number>> = { sha1: 20, sha256: 32 };
export const chunkMediaType = 'application/offset+octet-stream';

/** What an upload stands at, answered in headers. */
export interface UploadProgress {
  /** Relative to the address that was asked. */
  location?: string;
  offset: number;
  bytes: number;
  /** When what has not been finished is cleared away. */
  expiresAt: string;
}

/** One piece as it comes in, with where it belongs. */
export interface Chunk {
  offset: number;
  /** As its header says; undefined where the body is chunked. */
  bytes: number | undefined;
  checksum: { algorithm: string; value: Buffer } | undefined;
  /** A function, so that nobody looks through a connection as if it were input. */
  content: () => Readable;
}

@Injectable()
class TusInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<UploadProgress | undefined>): Observable<undefined> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    void reply.headers({ 'tus-resumable': VERSION, 'cache-control': 'no-store' });
    if (request.headers['tus-resumable'] !== VERSION) {
      void reply.header('tus-version', VERSION);
      throw new DomainError('UPLOAD_PROTOCOL', { version: VERSION });
    }
    return next.handle().pipe(
      map((progress) => {
        void reply.headers(progress === undefined ? {} : headersOf(progress));
        return undefined;
      }),
    );
  }
}

function headersOf({ location, offset, bytes, expiresAt }: UploadProgress): Record<string, string> {
  return {
    'upload-offset': String(offset),
    'upload-length': String(bytes),
    'upload-expires': new Date(expiresAt).toUTCString(),
    'tus-extension': EXTENSIONS,
    'tus-max-size': String(mostBytes),
    'tus-checksum-algorithm': Object.keys(ALGORITHMS).join(','),
    ...(location === undefined ? {} : { location }),
  };
}

/** A route of the upload protocol: headers in, headers out. */
export const Resumable = () =>
  applyDecorators(UseInterceptors(TusInterceptor), ApiHeader({ name: 'Tus-Resumable', required: true, schema: { enum: [VERSION] } }));

/** Marks the route that takes a piece of a file as it is, unparsed. */
export const TakesChunk = () =>
  applyDecorators(
    Resumable(),
    RouteConfig({ chunks: true }),
    ApiConsumes(chunkMediaType),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    ApiHeader({ name: 'Upload-Offset', required: true, schema: { type: 'integer', minimum: 0 } }),
    ApiHeader({ name: 'Upload-Checksum', required: false, description: '`sha256` or `sha1`, a space, the digest of this piece in base64' }),
  );

/** Marks the route that begins an upload. */
export const BeginsUpload = () =>
  applyDecorators(
    Resumable(),
    ApiHeader({ name: 'Upload-Length', required: true, schema: { type: 'integer', minimum: 1, maximum: mostBytes } }),
  );

/** The size the whole will have. @throws DomainError MALFORMED, FILE_TOO_LARGE */
export const UploadLength = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const bytes = numberIn(context.switchToHttp().getRequest<FastifyRequest>(), 'upload-length');
  if (bytes === 0) {
    throw new DomainError('MALFORMED', { field: 'upload-length' });
  }
  if (bytes > mostBytes) {
    throw new DomainError('FILE_TOO_LARGE', { mostBytes });
  }
  return bytes;
});

/** @throws DomainError MEDIA_TYPE_REFUSED, MALFORMED */
export const UploadChunk = createParamDecorator((_: unknown, context: ExecutionContext): Chunk => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (request.headers['content-type'] !== chunkMediaType) {
    throw new DomainError('MEDIA_TYPE_REFUSED');
  }
  const length = request.headers['content-length'];
  return {
    offset: numberIn(request, 'upload-offset'),
    bytes: length === undefined ? undefined : Number(length),
    checksum: checksumIn(request.headers['upload-checksum']),
    content: () => request.raw,
  };
});

function numberIn({ headers }: FastifyRequest, name: string): number {
  const value = headers[name];
  if (typeof value !== 'string' || !/^\d{1,15}$/.test(value)) {
    throw new DomainError('MALFORMED', { field: name });
  }
  return Number(value);
}

function checksumIn(header: string | string[] | undefined): Chunk['checksum'] {
  if (header === undefined) {
    return undefined;
  }
  const [algorithm = '', encoded = ''] = String(header).split(' ');
  const value = Buffer.from(encoded, 'base64');
  if (ALGORITHMS[algorithm] !== value.length) {
    throw new DomainError('MALFORMED', { field: 'upload-checksum' });
  }
  return { algorithm, value };
}
