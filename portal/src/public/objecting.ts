import type { ObjectionKind, Objector } from '@dengke/contract';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';

export interface Objecting {
  kinds: ObjectionKind[];
  grounds: string;
  objector: Objector;
  name: string;
  contact: string;
  /** The scan of a unit’s letter with its seal. */
  seal?: File | undefined;
  files: File[];
}

export type Objected = Schemas['ObjectedDto'];

/** Form, seal and proofs in one request. */
export function object(serial: string, { seal, files, ...form }: Objecting, key: string): Promise<Objected> {
  const parts = new FormData();
  parts.append('form', JSON.stringify(form));
  if (seal !== undefined && form.objector === 'unit') {
    parts.append('seal', seal, seal.name);
  }
  files.forEach((file, index) => parts.append(`file${index + 1}`, file, file.name));
  return answerOf(
    api.POST('/publicity/{serial}/objections', {
      ...keyed(key),
      params: { path: { serial } },
      body: { form: '' },
      bodySerializer: () => parts,
    }),
  );
}
