import { normalisedName } from '@dengke/contract';
import type { EntryStanding, FormCompleter, FormUnit, RegistrationForm } from '@dengke/contract';
import { canonical, DomainError, sm3 } from '@dengke/service-kit';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { NamedEntry } from './named-entry.entity';

type Place = Pick<NamedEntry, 'party' | 'field' | 'digest' | 'unitId'>;

/**
 * Who can be asked, each at the first place that names him: the other units that are ours, the completers who are people of the first unit, and those
 * who work at such another unit by what the form says. Which of its people these are the form cannot know (decision 0030).
 */
function placesOf({ units, completers }: RegistrationForm): Place[] {
  const places = [
    ...units
      .slice(1)
      .flatMap((unit, index) => (unit.unitId === undefined ? [] : [place(`unit/${unit.unitId}`, `units.${index + 1}`, unit)])),
    ...completers.flatMap((one, index) => {
      const field = `completers.${index}`;
      if (one.personId !== undefined) {
        return [place(`person/${one.personId}`, field, one)];
      }
      const unitId = workplaceOf(one, units);
      return unitId === null ? [] : [place(completerParty(unitId, one), field, one, unitId)];
    }),
  ];
  return places.filter(
    ({ party }, index) => places.findIndex((one) => one.party === party) === index && party !== `unit/${units[0]?.unitId}`,
  );
}

const place = (party: string, field: string, entry: object, unitId: string | null = null): Place => ({
  ...{ party, field, unitId },
  digest: sm3(canonical({ field, entry })),
});

/** The unit of ours beside the first that he is said to work at. */
function workplaceOf({ workUnit }: FormCompleter, units: readonly FormUnit[]): string | null {
  const { unitId = units[0]?.unitId } = units.find(({ name }) => normalisedName(name) === normalisedName(workUnit)) ?? {};
  return unitId === undefined || unitId === units[0]?.unitId ? null : unitId;
}

const completerParty = (unitId: string, { name, bornIn }: FormCompleter): string =>
  `completer/${sm3(canonical([unitId, normalisedName(name), bornIn])).slice(0, 32)}`;

/** Whom it is to be told that something is asked or was said of an entry. */
export const toldOf = ({ party, unitId, personId }: NamedEntry): string =>
  personId !== null ? `person/${personId}` : unitId !== null ? `unit/${unitId}` : party;

/** Not answered to the party's satisfaction: it is not dropped by taking the party out of the form. */
const pending: readonly EntryStanding[] = ['disputed', 'explained'];

/**
 * In the transaction of submit and of resubmit. What was said of an entry holds for that entry: another one is asked about anew.
 * Whom a unit has said a completer to be he stays, as long as unit, name and month of birth do.
 * @returns who is asked now, and is told so
 */
export async function writeEntries(manager: EntityManager, serial: string, form: RegistrationForm): Promise<string[]> {
  const before = new Map((await manager.findBy(NamedEntry, { serial })).map((row) => [row.party, row]));
  const places = placesOf(form);
  const unanswered = { standing: 'unanswered' as const, answeredBy: null, answeredAt: null };
  const now = places.map((named): NamedEntry => {
    const known = before.get(named.party);
    const { personId = null } = known ?? {};
    return known?.digest === named.digest ? { ...known, ...named } : { serial, ...named, personId, ...unanswered };
  });
  const gone = [...before.values()].filter(({ party }) => !places.some((named) => named.party === party));
  const kept = gone.filter(({ standing }) => pending.includes(standing)).map((row) => ({ ...row, field: null }));
  await manager.delete(NamedEntry, { serial });
  if (now.length + kept.length > 0) {
    await manager.insert(NamedEntry, [...now, ...kept]);
  }
  return [...new Set(now.filter(({ party, digest }) => before.get(party)?.digest !== digest).map(toldOf))];
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
