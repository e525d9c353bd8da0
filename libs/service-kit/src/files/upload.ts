import multipart from '@fastify/multipart';
import type { Multipart } from '@fastify/multipart';
import { applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { ApiBodyOptions } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../http/domain-error';
import type { BlobStore, StagedBlob } from './blob-store';

/** Of one file, bytes. */
export const mostBytes = 20 * 1024 * 1024;
const FIELDS = 8;

/** The parts of a multipart request in the order they arrive; a file must be read before the next part comes. */
export type Parts = AsyncIterable<Multipart>;

/** What one upload brought: its fields, and each file under the name of its part. */
export interface Upload {
  fields: Record<string, unknown>;
  files: ReadonlyMap<string, UploadedFile>;
}
export interface UploadedFile {
  fileName: string;
  blob: StagedBlob;
}

/** How much a route takes beside one file and short fields. */
export interface UploadLimits {
  files?: number;
  /** Bytes of the longest field. */
  field?: number;
}

/** Marks the routes that take a multipart body, of this shape; every other takes JSON. */
export const Uploads = (body: ApiBodyOptions) =>
  applyDecorators(RouteConfig({ uploads: true }), ApiConsumes('multipart/form-data'), ApiBody(body));

/** `prepare` of a service that takes files: lets multipart bodies in where a route says `@Uploads`, pieces of a file where it says `@TakesChunk`. */
export async function takeUploads(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart as never);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  fastify.addHook('preHandler', (request, _reply, done) => {
    const { uploads = false, chunks = false } = request.routeOptions.config as { uploads?: boolean; chunks?: boolean };
    const isChunk = request.headers['content-type'] === 'application/offset+octet-stream';
    const isFaulty = ((request as unknown as FastifyRequest).isMultipart() && !uploads) || (isChunk && !chunks);
    done(isFaulty ? new DomainError('MEDIA_TYPE_REFUSED') : undefined);
  });
}

/** The unread parts of this request, within the limits. @throws DomainError MEDIA_TYPE_REFUSED when it is not multipart */
export const UploadParts = createParamDecorator((limits: UploadLimits | undefined, context: ExecutionContext): Parts => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!request.isMultipart()) {
    throw new DomainError('MEDIA_TYPE_REFUSED');
  }
  const { files = 1, field = 1_000 } = limits ?? {};
  const counts = { files, fields: FIELDS, parts: files + FIELDS };
  return request.parts({ limits: { ...counts, fileSize: mostBytes, fieldSize: field, fieldNameSize: 40, headerPairs: 20 } });
});

/**
 * Reads all parts: fields into memory, the named files onto disk. The caller keeps or discards the blobs.
 * @throws DomainError FILE_TOO_LARGE, MALFORMED (a file too few, too many or under another name, cut off); nothing is left staged then
 */
export async function receive(parts: Parts, blobs: Pick<BlobStore, 'stage' | 'discard'>, names: readonly string[]): Promise<Upload> {
  const fields: Record<string, unknown> = {};
  const files = new Map<string, UploadedFile>();
  try {
    for await (const part of parts) {
      if (part.type === 'field') {
        fields[part.fieldname] = part.value;
        continue;
      }
      requireWanted(part.fieldname, names, files);
      files.set(part.fieldname, { fileName: nameOf(part), blob: await blobs.stage(part.file) });
      if (part.file.truncated) {
        throw new DomainError('FILE_TOO_LARGE', { mostBytes });
      }
    }
    requireAll(names, files);
    return { fields, files };
  } catch (error) {
    await Promise.all([...files.values()].map(({ blob }) => blobs.discard(blob)));
    throw error instanceof DomainError || isOfTheSystem(error) ? error : new DomainError('MALFORMED');
  }
}

function requireWanted(name: string, names: readonly string[], files: ReadonlyMap<string, UploadedFile>): void {
  if (!names.includes(name) || files.has(name)) {
    throw new DomainError('MALFORMED', { field: name });
  }
}

function requireAll(names: readonly string[], files: ReadonlyMap<string, UploadedFile>): void {
  const missing = names.find((name) => (files.get(name)?.blob.bytes ?? 0) === 0);
  if (missing !== undefined) {
    throw new DomainError('MALFORMED', { field: missing });
  }
}

/** busboy takes a nameless part of binary content for a file. @throws DomainError MALFORMED */
function nameOf({ fieldname, filename }: { fieldname: string; filename: string | undefined }): string {
  if (filename === undefined) {
    throw new DomainError('MALFORMED', { field: fieldname });
  }
  return filename;
}

/** An error of the file system, not of the request. */
const isOfTheSystem = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
