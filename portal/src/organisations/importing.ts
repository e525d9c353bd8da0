import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';
import type { Delivery, Issued } from '../people/people';
import { asBlob } from '../people/people';

export type Report = Pick<Schemas['ImportedUnitsDto'], 'rows' | 'faults'>;

export interface ImportOutcome extends Report {
  isDone: boolean;
  /** What is to be handed over, once: all slips in one file, or each login. */
  issued: Issued[];
}

const partsOf = (file: File): FormData => {
  const parts = new FormData();
  parts.append('sheet', file, file.name);
  return parts;
};
const sheetOf = (file: File) => ({ body: { sheet: '' }, bodySerializer: () => partsOf(file) });
const dry = (dryRun: boolean) => ({ dryRun: dryRun ? ('true' as const) : ('false' as const) });

export async function importUnits(file: File, dryRun: boolean, key: string): Promise<ImportOutcome> {
  const { rows, faults } = await answerOf(api.POST('/imports/units', { ...keyed(key), params: { query: dry(dryRun) }, ...sheetOf(file) }));
  return { rows, faults, isDone: !dryRun, issued: [] };
}

export async function importPeople(file: File, dryRun: boolean, delivery: Delivery, key: string): Promise<ImportOutcome> {
  const answer = await answerOf(
    api.POST('/imports/people', { ...keyed(key), ...asBlob, params: { query: { ...dry(dryRun), delivery } }, ...sheetOf(file) }),
  );
  if (answer.type.startsWith('application/pdf')) {
    return { rows: 0, faults: [], isDone: true, issued: [{ slip: answer }] };
  }
  const { rows, faults, people } = JSON.parse(await answer.text()) as Schemas['ImportedPeopleDto'];
  const issued = people.map(({ login, firstPassword, firstPasswordExpiresAt }) => ({
    ...{ login, until: firstPasswordExpiresAt },
    ...(firstPassword === undefined ? {} : { firstPassword }),
  }));
  return { rows, faults, isDone: !dryRun, issued };
}
