import { toldToCompleter, wholeWay } from '@dengke/e2e';
import type { TimelineEntry, Walked } from '@dengke/e2e';
import { disturbancesOf, victims } from './disturbances';
import { acknowledgedOnce, toldOnce, walkedWhole } from './judgements';
import type { Stored, Told, Verdict } from './judgements';

const serial = '2026-000001';
const number = '910202600001';
const none = (): Verdict => ({ lost: [], doubled: [], wrong: [], stuck: [] });
const timeline = wholeWay.map((act, index) => ({ act, number: index + 1 }) as TimelineEntry);
const walked = {
  serial,
  timeline,
  progress: { serial, state: 'reported', registrationNumber: number, lastFact: wholeWay.length },
} as unknown as Walked;
const stored: Stored[] = wholeWay.map((kind, index) => ({ serial, kind, number: index + 1, actId: `person:key-${index}` }));
const log = stored.slice(1, 20).map(({ actId, number: fact }) => ({ serial, key: actId.slice(7), begunAt: 0, answeredAt: 1, fact }));
const told: Told[] = timeline.filter(({ act }) => toldToCompleter.includes(act)).map(({ number: fact }) => ({ serial, fact, times: 1 }));

describe('the verdict on a season of kills', () => {
  const on = (given: { log?: typeof log; stored?: Stored[]; told?: Told[]; walked?: Walked }): Verdict => {
    const verdict = none();
    acknowledgedOnce(given.log ?? log, given.stored ?? stored, verdict);
    walkedWhole([given.walked ?? walked], given.stored ?? stored, verdict);
    toldOnce([given.walked ?? walked], given.told ?? told, verdict);
    return verdict;
  };

  it('is clean where each act was done once, in its order, and told once', () => {
    expect(on({})).toEqual(none());
  });

  it('names an act that was acknowledged and is in no ledger, and one that stands there twice', () => {
    expect(on({ stored: stored.filter((_, index) => index !== 5) })).toMatchObject({ lost: [`${serial}: the act with the key key-5`] });
    const twice = on({ stored: [...stored, { ...stored[5]!, number: stored.length + 1 }] });
    expect(twice).toMatchObject({ doubled: [`${serial}: the act with the key key-5`], wrong: [expect.stringContaining('22 claim')] });
  });

  it('names an order, a gap and an end that are not those of an undisturbed walk', () => {
    const swapped = stored.map((entry, index) => ({ ...entry, kind: stored[index === 2 ? 3 : index === 3 ? 2 : index]!.kind }));
    expect(on({ stored: swapped }).wrong).toHaveLength(1);
    expect(on({ stored: stored.map((entry) => ({ ...entry, number: entry.number + 1 })) }).wrong).toHaveLength(1);
    const other = { ...walked, progress: { ...walked.progress, registrationNumber: null } };
    expect(on({ walked: other }).wrong).toHaveLength(1);
  });

  it('names what the completer was not told, and what he was told twice', () => {
    expect(on({ told: told.slice(1) }).lost).toEqual([`${serial}: not told of ${told[0]!.fact}`]);
    expect(on({ told: told.map((one, index) => (index === 0 ? { ...one, times: 2 } : one)) }).doubled).toHaveLength(1);
  });
});

describe('what is done to a house', () => {
  it('is the same for the same seed, and kills each process as often as the others, give or take one', () => {
    expect(disturbancesOf(7, 24)).toEqual(disturbancesOf(7, 24));
    expect(disturbancesOf(7, 24)).not.toEqual(disturbancesOf(8, 24));
    const kills = disturbancesOf(7, 24).flatMap((one) => (one.kind === 'kill' ? one.victims.map(({ victim }) => victim) : []));
    const counts = victims.map((victim) => kills.filter((one) => one === victim).length);
    expect([Math.min(...counts), Math.max(...counts), kills.length]).toEqual([3, 4, 24]);
  });

  it('strikes one, two and three at once, and none twice in one strike', () => {
    const strikes = disturbancesOf(3, 600).flatMap((one) => (one.kind === 'kill' ? [one.victims.map(({ victim }) => victim)] : []));
    expect(strikes.every((names) => new Set(names).size === names.length)).toBe(true);
    expect(strikes.flat()).toHaveLength(600);
    expect(new Set(strikes.map(({ length }) => length))).toEqual(new Set([1, 2, 3]));
  });
});
