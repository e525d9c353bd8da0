import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';

interface Answer {
  filledIn: Record<string, string>;
  declaration: string | null;
  scan: File | undefined;
}

/** Uploads an annex, or a scan with signature and seal. */
export function uploaded(file: File, key: string): Promise<Schemas['NoticeFileDto']> {
  const parts = new FormData();
  parts.append('file', file, file.name);
  return answerOf(api.POST('/notices/files', { ...keyed(key), body: { file: '' }, bodySerializer: () => parts }));
}

/** The scan first, then the form that names it, each under a key of its own. */
export async function answer(id: string, { filledIn, declaration, scan }: Answer, key: string): Promise<Schemas['CopyProgressDto']> {
  const seal = scan === undefined ? {} : { sealId: (await uploaded(scan, `${key}-scan`)).id };
  const body = { filledIn, ...(declaration === null ? {} : { declaration }), ...seal };
  return answerOf(api.POST('/notices/{id}/answer', { ...keyed(key), params: { path: { id } }, body }));
}
