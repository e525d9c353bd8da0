import type { EvidenceKind, PlainDate } from '@dengke/contract';
import { DetailedError, Upload } from 'tus-js-client';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { askPerson } from '../api/gate';
import { problemOf, unreachable } from '../api/problem';
import { keyed } from '../api/use-act';

export interface Piece {
  kind: EvidenceKind;
  number: string;
  issuedOn: PlainDate;
}

interface Following {
  onShare: (share: number) => void;
  signal: AbortSignal;
}

const chunkBytes = 1024 * 1024;
const restsMillis = [0, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000];

/**
 * Sends a file in pieces (tus 1.0) and makes it evidence. What breaks off goes on where it stood, also after the page was closed: the browser
 * remembers where the same file went.
 */
export async function handIn(
  draftId: string,
  piece: Piece,
  file: File | undefined,
  key: string,
  following: Following,
): Promise<Schemas['EvidenceDto']> {
  if (file === undefined) {
    throw unreachable();
  }
  const sha256 = await digestOf(file);
  const uploadId = await uploaded(draftId, file, following);
  return answerOf(
    api.POST('/drafts/{id}/evidence/uploaded', {
      ...keyed(key),
      params: { path: { id: draftId } },
      body: { ...piece, uploadId, fileName: file.name, sha256 },
    }),
  );
}

async function uploaded(draftId: string, file: File, { onShare, signal }: Following): Promise<string> {
  const endpoint = `${window.location.origin}/api/v1/drafts/${draftId}/uploads`;
  return new Promise((settle, refuse) => {
    const upload = new Upload(file, {
      endpoint,
      chunkSize: chunkBytes,
      retryDelays: restsMillis,
      removeFingerprintOnSuccess: true,
      onProgress: (sent, all) => onShare(all === 0 ? 0 : sent / all),
      onSuccess: () => settle(upload.url?.split('/').at(-1) ?? ''),
      onShouldRetry: (error) => mayPass(error.originalResponse?.getStatus()),
      onError: (error) => void goOnOr(error),
    });
    const goOnOr = async (error: Error | DetailedError): Promise<void> => {
      const problem = refusalOf(error);
      if (problem.code === 'NOT_SIGNED_IN' && (await askPerson('sign-in'))) {
        upload.start();
      } else {
        refuse(problem);
      }
    };
    signal.addEventListener('abort', () => void upload.abort(true).finally(() => refuse(unreachable())));
    void upload.findPreviousUploads().then(([last]) => {
      if (last !== undefined && last.uploadUrl?.startsWith(endpoint) === true) {
        upload.resumeFromPreviousUpload(last);
      }
      upload.start();
    });
  });
}

const mayPass = (status: number | undefined): boolean =>
  status === undefined || status === 0 || status === 409 || status === 423 || status === 460 || status >= 500;

function refusalOf(error: Error | DetailedError) {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (response === null || response === undefined || response.getStatus() === 0) {
    return unreachable();
  }
  let said: unknown;
  try {
    said = JSON.parse(response.getBody());
  } catch {
    said = null;
  }
  return problemOf(said, new Response(null, { status: response.getStatus() }));
}

async function digestOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
