import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { sheetBody } from '../api/sheet-body';
import { keyed } from '../api/use-act';
import type { Delivery, Issued } from '../people/people';
import { asBlob } from '../people/people';
import type { Imported } from '../shared/sheet-import';

export type ImportFault = Schemas['ImportedUnitsDto']['faults'][number];

export interface ImportOutcome extends Imported<ImportFault> {
  /** What is to be handed over, once: all slips in one file, or each login. */
  issued: Issued[];
}

const dry = (dryRun: boolean) => ({ dryRun: dryRun ? ('true' as const) : ('false' as const) });

export async function importUnits(file: File, dryRun: boolean, key: string): Promise<ImportOutcome> {
  const { rows, faults } = await answerOf(
    api.POST('/imports/units', { ...keyed(key), params: { query: dry(dryRun) }, ...sheetBody(file) }),
  );
  return { rows, faults, isDone: !dryRun, issued: [] };
}

export async function importPeople(file: File, dryRun: boolean, delivery: Delivery, key: string): Promise<ImportOutcome> {
  const answer = await answerOf(
    api.POST('/imports/people', { ...keyed(key), ...asBlob, params: { query: { ...dry(dryRun), delivery } }, ...sheetBody(file) }),
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
