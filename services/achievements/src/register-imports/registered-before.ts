import { DomainError } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';

/**
 * One achievement, one registration, also with what was registered before and imported (P19). A lock that submits share and an import has alone:
 * whichever of the two comes second finds what the first has written.
 * @throws DomainError ALREADY_REGISTERED
 */
export async function refuseRegisteredBefore(manager: EntityManager, fingerprint: string): Promise<void> {
  await manager.query("SELECT lastValue FROM number_series WHERE series = 'imports' LOCK IN SHARE MODE");
  if ((await registeredBefore(manager, [fingerprint])).length > 0) {
    throw new DomainError('ALREADY_REGISTERED', { rule: 'P19 S8 S50' });
  }
}

/** Which of these are of what was registered before. */
export async function registeredBefore(manager: EntityManager, fingerprints: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ fingerprint: string }[]>(
    `SELECT i.fingerprint FROM imported_registration i WHERE i.fingerprint IN (?) AND ${isNewest('i')}`,
    [fingerprints],
  );
  return rows.map(({ fingerprint }) => fingerprint);
}

/** Of what was corrected the newest row counts: what it said before is in nobody's way. */
export const isNewest = (row: string): string =>
  `NOT EXISTS (SELECT 1 FROM imported_registration newer WHERE newer.number = ${row}.number AND newer.serial > ${row}.serial)`;

/** The same for what is under another name now; what was submitted before the import goes on under the name it has, and the desks are asked. */
export async function refuseRenamedTo(manager: EntityManager, { fingerprint }: { fingerprint: string }, renamed: string): Promise<void> {
  if (renamed !== fingerprint) {
    await refuseRegisteredBefore(manager, renamed);
  }
}

/** The next so many serials of imports; one import after another until the transaction ends, and none while somebody submits. */
export async function nextImportSerials(manager: EntityManager, count: number): Promise<string[]> {
  const [row] = await manager.query<{ lastValue: number }[]>(
    "INSERT INTO number_series (series, lastValue) VALUES ('imports', ?) ON DUPLICATE KEY UPDATE lastValue = lastValue + ? RETURNING lastValue",
    [count, count],
  );
  const first = Number(row?.lastValue) - count + 1;
  return Array.from({ length: count }, (_, at) => importSerial(first + at));
}

export const importSerial = (sequence: number): string => `I-${String(sequence).padStart(6, '0')}`;
