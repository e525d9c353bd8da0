import type { Multipart } from '@fastify/multipart';
import { DomainError } from '@dengke/service-kit';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { BlobStore, StagedBlob } from './blob-store';

/** Of one file, bytes. */
export const mostBytes = 20 * 1024 * 1024;
const LIMITS = { fileSize: mostBytes, files: 1, fields: 8, fieldSize: 1_000, fieldNameSize: 40, parts: 9, headerPairs: 20 };

/** The parts of a multipart request in the order they arrive; the file must be read before the next part comes. */
export type Parts = AsyncIterable<Multipart>;

/** What one upload brought. */
export interface Upload {
  fields: Record<string, unknown>;
  fileName: string;
  blob: StagedBlob;
}

/** The unread parts of this request, within the limits. @throws DomainError MALFORMED when it is not multipart */
export const UploadParts = createParamDecorator((_: unknown, context: ExecutionContext): Parts => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!request.isMultipart()) {
    throw new DomainError('MALFORMED');
  }
  return request.parts({ limits: LIMITS });
});

/**
 * Reads all parts: fields into memory, the one file onto disk. The caller keeps or discards the blob.
 * @throws DomainError FILE_TOO_LARGE, MALFORMED (no file, two files, cut off); nothing is left staged then
 */
export async function receive(parts: Parts, blobs: Pick<BlobStore, 'stage' | 'discard'>): Promise<Upload> {
  const fields: Record<string, unknown> = {};
  let file: { fileName: string; blob: StagedBlob } | undefined;
  try {
    for await (const part of parts) {
      if (part.type === 'field') {
        fields[part.fieldname] = part.value;
        continue;
      }
      file = { fileName: nameOf(part), blob: await blobs.stage(part.file) };
      if (part.file.truncated) {
        throw new DomainError('FILE_TOO_LARGE', { mostBytes });
      }
    }
    if (file === undefined || file.blob.bytes === 0) {
      throw new DomainError('MALFORMED', { field: 'file' });
    }
    return { fields, ...file };
  } catch (error) {
    if (file !== undefined) {
      await blobs.discard(file.blob);
    }
    throw error instanceof DomainError || isOfTheSystem(error) ? error : new DomainError('MALFORMED');
  }
}

/** busboy takes a nameless part of binary content for a file. @throws DomainError MALFORMED */
function nameOf({ filename }: { filename: string | undefined }): string {
  if (filename === undefined) {
    throw new DomainError('MALFORMED', { field: 'file' });
  }
  return filename;
}

/** An error of the file system, not of the request. */
const isOfTheSystem = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
