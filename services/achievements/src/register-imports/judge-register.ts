import { shanghaiDateOf } from '@dengke/calendar';
import { occupyingStates } from '@dengke/contract';
import type { Instant } from '@dengke/contract';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { RegisterEntry } from '../register/register-entry.entity';
import { placeOf } from '../registrations/number-series';
import type { Registrar } from '../registrations/registrar';
import { registeredBefore } from './registered-before';
import { faultsIn, importFault, registeredIn } from './register-rows';
import type { ImportFault, Registered, RegisterRow } from './register-rows';

export interface JudgedRegister {
  faults: ImportFault[];
  /** Of the sound rows, in their order. */
  registered: Registered[];
}

/** What is wrong within the file, and with what is registered here: the same for the dry run and the act. */
export async function judgeRegister(
  manager: EntityManager,
  rows: readonly RegisterRow[],
  registrar: Registrar,
  at: Instant,
): Promise<JudgedRegister> {
  const today = shanghaiDateOf(at);
  const faults = faultsIn(rows, today);
  const bad = new Set(faults.filter(({ severity }) => severity === 'error').map(({ row }) => row));
  const registered = registeredIn(
    rows.filter(({ number }) => !bad.has(number)),
    today,
  );
  const more =
    registered.length === 0 ? [] : [...(await takenNumbers(manager, registered, registrar)), ...(await known(manager, registered))];
  return { faults: [...faults, ...more].sort((one, other) => one.row - other.row), registered };
}

/** A number is in the register already, or lies in a series at or after the first that was given here. */
async function takenNumbers(manager: EntityManager, registered: readonly Registered[], registrar: Registrar): Promise<ImportFault[]> {
  const where = { number: In(registered.map(({ number }) => number)) };
  const taken = new Set((await manager.find(RegisterEntry, { select: { number: true }, where })).map(({ number }) => number));
  const own = await manager.query<{ number: string }[]>('SELECT number FROM register_entry WHERE importedOn IS NULL AND number LIKE ?', [
    `${registrar.bodyCode}%`,
  ]);
  const first = new Map<string, number>();
  for (const { series, value } of own.flatMap(({ number }) => placeOf(number, registrar) ?? [])) {
    first.set(series, Math.min(value, first.get(series) ?? value));
  }
  const isOurs = (number: string): boolean => {
    const place = placeOf(number, registrar);
    return place !== null && place.value >= (first.get(place.series) ?? Infinity);
  };
  return registered.flatMap(({ row, number }) =>
    taken.has(number) ? [importFault(row, 'number', 'taken')] : isOurs(number) ? [importFault(row, 'number', 'ours')] : [],
  );
}

/** The same name and unit under way or registered: history is taken as it is, and the desks are asked about the two. */
async function known(manager: EntityManager, registered: readonly Registered[]): Promise<ImportFault[]> {
  const fingerprints = registered.flatMap(({ fingerprint }) => fingerprint ?? []);
  if (fingerprints.length === 0) {
    return [];
  }
  const rows = await manager.query<{ fingerprint: string }[]>(
    'SELECT fingerprint FROM submission WHERE fingerprint IN (?) AND state IN (?)',
    [fingerprints, occupyingStates],
  );
  const same = new Set([...rows.map(({ fingerprint }) => fingerprint), ...(await registeredBefore(manager, fingerprints))]);
  return registered.flatMap(({ row, fingerprint }) => (same.has(fingerprint ?? '') ? [importFault(row, 'name', 'sameAchievement')] : []));
}
