import type { EntryStanding, RegistrationForm } from '@dengke/contract';
import { canonical, DomainError, sm3 } from '@dengke/service-kit';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { NamedEntry } from './named-entry.entity';

type Place = Pick<NamedEntry, 'party' | 'field' | 'digest'>;

/** The other units that are ours, and the completers who are people of the first unit, each at the first place that names them. */
function placesOf({ units, completers }: RegistrationForm): Place[] {
  const places = [
    ...units
      .slice(1)
      .flatMap((unit, index) => (unit.unitId === undefined ? [] : [place(`unit/${unit.unitId}`, `units.${index + 1}`, unit)])),
    ...completers.flatMap((one, index) =>
      one.personId === undefined ? [] : [place(`person/${one.personId}`, `completers.${index}`, one)],
    ),
  ];
  return places.filter(
    ({ party }, index) => places.findIndex((one) => one.party === party) === index && party !== `unit/${units[0]?.unitId}`,
  );
}

const place = (party: string, field: string, entry: object): Place => ({ party, field, digest: sm3(canonical({ field, entry })) });

/** Not answered to the party's satisfaction: it is not dropped by taking the party out of the form. */
const pending: readonly EntryStanding[] = ['disputed', 'explained'];

/**
 * In the transaction of submit and of resubmit. What was said of an entry holds for that entry: another one is asked about anew.
 * @returns who is asked now, and is told so
 */
export async function writeEntries(manager: EntityManager, serial: string, form: RegistrationForm): Promise<string[]> {
  const before = new Map((await manager.findBy(NamedEntry, { serial })).map((row) => [row.party, row]));
  const places = placesOf(form);
  const unanswered = { standing: 'unanswered' as const, answeredBy: null, answeredAt: null };
  const now = places.map((named): NamedEntry => {
    const known = before.get(named.party);
    return known?.digest === named.digest ? { ...known, ...named } : { serial, ...named, ...unanswered };
  });
  const gone = [...before.values()].filter(({ party }) => !places.some((named) => named.party === party));
  const kept = gone.filter(({ standing }) => pending.includes(standing)).map((row) => ({ ...row, field: null }));
  await manager.delete(NamedEntry, { serial });
  if (now.length + kept.length > 0) {
    await manager.insert(NamedEntry, [...now, ...kept]);
  }
  return now.flatMap(({ party, digest }) => (before.get(party)?.digest === digest ? [] : [party]));
}

/** @throws DomainError DISPUTE_OPEN naming the places of those that stand like this */
export async function refuseWhileDisputed(manager: EntityManager, serial: string, standings: readonly EntryStanding[]): Promise<void> {
  const open = await manager.find(NamedEntry, { where: { serial, standing: In([...standings]) }, order: { party: 'ASC' } });
  if (open.length > 0) {
    throw new DomainError('DISPUTE_OPEN', {
      rule: 'P23',
      fields: open.map(({ field, party, standing }) => ({
        field: field ?? (party.startsWith('unit/') ? 'units' : 'completers'),
        reason: standing,
      })),
    });
  }
}
