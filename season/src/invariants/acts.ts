import type { Invariant } from './scene';
import { entriesOf, submissionsOf } from './stores';
import type { EntryRow, SubmissionRow } from './stores';

/** An act that was acknowledged is in the ledger once, and nothing stands there that no client has done. */
export const acknowledgedOnce: Invariant = async (scene) => {
  const entries = (await entriesOf(scene)).filter(({ personId }) => personId !== null);
  const times = counted(entries.map(({ actId }) => actId));
  const known = new Set(scene.play.acknowledged);
  return [
    ...scene.play.acknowledged.flatMap((actId) => (times.get(actId) === 1 ? [] : [`${actId} stands ${times.get(actId) ?? 0} times`])),
    ...[...times.keys()].filter((actId) => !known.has(actId)).map((actId) => `${actId} was nobody's`),
  ];
};

/** What each kind of act leads to, where it leads anywhere. */
const leadsTo: Readonly<Record<string, string>> = {
  ...{ submit: 'in-review', resubmit: 'in-review', return: 'returned', reject: 'rejected', withdraw: 'withdrawn' },
  ...{ close: 'closed', approve: 'registered', acknowledge: 'reported' },
};

/** The state is what the ledger makes of it. */
export const stateIsFold: Invariant = async (scene) => {
  const entries = bySerial(await entriesOf(scene));
  return (await submissionsOf(scene)).flatMap(({ serial, state }) => {
    const folded = (entries.get(serial) ?? []).reduce((so, { kind }) => leadsTo[kind] ?? so, '');
    return folded === state ? [] : [`${serial} is ${state}, its ledger says ${folded}`];
  });
};

const passes: Readonly<Record<string, readonly string[]>> = {
  unit: ['release'],
  municipal: ['recommend'],
  organiser: ['recommend'],
  department: ['approve', 'reportAgain'],
  ministry: ['acknowledge'],
};
const decides = new Set(['release', 'recommend', 'approve', 'reportAgain', 'acknowledge', 'return', 'reject', 'returnReport', 'recall']);

/** Each stage in the order of the route, by somebody of the desk that had it, and by nobody for himself (P30). */
export const inRouteOrder: Invariant = async (scene) => {
  const entries = bySerial(await entriesOf(scene));
  return (await submissionsOf(scene)).flatMap((submission) => outOfOrder(submission, entries.get(submission.serial) ?? []));
};

function outOfOrder({ serial, legs, submitterId, unitOfOne }: SubmissionRow, entries: readonly EntryRow[]): string[] {
  const decidedAt = new Map<string, number>();
  const faults: string[] = [];
  let position = 0;
  for (const { number, kind, organisationId, personId } of entries.filter((entry) => decides.has(entry.kind))) {
    position -= kind === 'recall' ? 1 : 0;
    const leg = legs[position];
    const isOwn = personId === submitterId && !(position === 0 && unitOfOne === 1);
    const before = decidedAt.get(personId ?? '');
    if (leg === undefined || leg.organisationId !== organisationId || isOwn || (before !== undefined && before !== position)) {
      faults.push(
        `${serial} number ${number}: ${kind} at ${leg?.kind ?? 'no stage'} by ${personId ?? 'nobody'} of ${organisationId ?? 'nowhere'}`,
      );
    }
    decidedAt.set(personId ?? '', position);
    position += kind === 'returnReport' ? -1 : passes[leg?.kind ?? '']?.includes(kind) === true ? 1 : 0;
  }
  return faults;
}

/** One achievement is registered once; one number is given once, and what was skipped is recorded. */
export const registeredOnce: Invariant = async (scene) => {
  const submissions = await submissionsOf(scene);
  const living = submissions.filter(({ state }) => !['rejected', 'withdrawn', 'closed'].includes(state));
  const numbers = submissions.flatMap(({ registrationNumber }) => registrationNumber ?? []);
  return [
    ...doubled(living.map(({ fingerprint }) => fingerprint)).map((fingerprint) => `${fingerprint} lives twice`),
    ...doubled(numbers).map((number) => `${number} was given twice`),
    ...skipped(numbers).map((number) => `${number} was skipped, and no gap is recorded`),
  ];
};

/** Nothing of a season skips a number: each series is without a gap. */
function skipped(numbers: readonly string[]): string[] {
  const given = new Set(numbers.map((number) => number.slice(0, 7) + number.slice(8)));
  return [...given].filter((number) => {
    const before = number.slice(0, 7) + String(Number(number.slice(7)) - 1).padStart(4, '0');
    return !before.endsWith('0000') && !given.has(before);
  });
}

function bySerial(entries: readonly EntryRow[]): Map<string, EntryRow[]> {
  const found = new Map<string, EntryRow[]>();
  entries.forEach((entry) => found.set(entry.serial, [...(found.get(entry.serial) ?? []), entry]));
  return found;
}

function counted(of: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  of.forEach((one) => times.set(one, (times.get(one) ?? 0) + 1));
  return times;
}

const doubled = (of: readonly string[]): string[] => [...counted(of)].filter(([, times]) => times > 1).map(([one]) => one);
