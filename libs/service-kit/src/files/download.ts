import { Readable } from 'node:stream';
import { applyDecorators, Header, Injectable, StreamableFile, UseInterceptors } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { Confirmed } from '../http/access';
import { DomainError } from '../http/domain-error';
import type { ByteRange } from './blob-store';
import { rangeIn } from './byte-range';
import { attachmentNamed } from './file-name';

/** A kept file, opened only once it is known how much of it is wanted. */
export interface Downloadable {
  mediaType: string;
  bytes: number;
  fileName: string;
  open(range?: ByteRange): Promise<Readable>;
}

@Injectable()
class DownloadInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<Downloadable>): Observable<StreamableFile> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((file) => answered(file, request.headers.range, reply)));
  }
}

async function answered(file: Downloadable, asked: string | undefined, reply: FastifyReply): Promise<StreamableFile> {
  const { mediaType: type, bytes, fileName } = file;
  const disposition = attachmentNamed(fileName);
  const range = rangeIn(asked, bytes);
  void reply.header('accept-ranges', 'bytes');
  if (range === 'unsatisfiable') {
    void reply.header('content-range', `bytes */${bytes}`);
    throw new DomainError('RANGE_OUTSIDE', { bytes });
  }
  if (range === null) {
    return new StreamableFile(await file.open(), { type, disposition, length: bytes });
  }
  void reply.status(206).header('content-range', `bytes ${range.first}-${range.last}/${bytes}`);
  return new StreamableFile(await file.open(range), { type, disposition, length: range.last - range.first + 1 });
}

/** A file that is made when it is asked for. */
export const madeFile = (content: Buffer, mediaType: string, fileName: string): Downloadable => ({
  mediaType,
  bytes: content.length,
  fileName,
  open: (range) => Promise.resolve(Readable.from([range ? content.subarray(range.first, range.last + 1) : content])),
});

const octets = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

/** For routes that answer a file, whole or in part: accounts is asked again (decision 0005), and no browser shows, guesses at or keeps the file. */
export const Download = () =>
  applyDecorators(
    Confirmed(),
    UseInterceptors(DownloadInterceptor),
    ApiHeader({ name: 'Range', required: false, description: '`bytes=first-last`: one part of the file' }),
    ApiOkResponse({ description: 'The file', content: octets }),
    ApiResponse({ status: 206, description: 'The part that was asked for', content: octets }),
    Header('x-content-type-options', 'nosniff'),
    Header('content-security-policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"),
    Header('cache-control', 'private, no-store'),
  );
