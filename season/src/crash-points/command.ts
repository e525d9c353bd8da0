import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot, SetupError } from '@dengke/local';
import { common, writeJson } from '../json';
import { playCrashPoints } from './crash-points';
import type { Told } from './crash-points';
import { crashPoints, nameOf } from './points';

/**
 * `npm run season -- crash-points [--only WORDS …] [--json FILE]` lets each service die once just before and just after each thing that it does to others.
 * Fails on anything lost, doubled, wrong or stuck, and on a point that nobody came to. Writes `docs/reports/crash-points.json` unless told another file, and
 * only when the whole list was played.
 */
export async function crashes(args: string[]): Promise<number> {
  const options = {
    only: { type: 'string', multiple: true },
    json: { type: 'string', default: join(repositoryRoot, 'docs', 'reports', 'crash-points.json') },
  } as const;
  const { only, json } = parseArgs({ args, options }).values;
  const wanted = crashPoints.filter((point) => only?.some((words) => nameOf(point).includes(words)) ?? true);
  if (wanted.length === 0) {
    throw new SetupError(`No such point. There are:\n${crashPoints.map(nameOf).join('\n')}`);
  }
  const told = await playCrashPoints(wanted, (line) => console.log(line));
  const unreached = told.played.filter(({ diedAt }) => diedAt === null).map((point) => `${nameOf(point)}: nobody came there`);
  const faults = [...(Object.values(told.verdict).flat() as string[]), ...unreached];
  console.log(['', ...faults, sentenceOf(told, unreached.length)].join('\n'));
  if (only === undefined) {
    const { verdict, played, ...counts } = told;
    const { lost, doubled, wrong, stuck } = verdict;
    await writeJson(json, {
      ...common('dev server 1.29.1, SQLite'),
      points: Object.fromEntries(played.map((point) => [nameOf(point), pointOf(point)])),
      ...{ lost: lost.length, doubled: doubled.length, wrong: wrong.length, stuck: stuck.length, ...counts },
    });
  }
  return faults.length === 0 ? 0 : 1;
}

const pointOf = ({ diedAt, recoverySeconds }: Told['played'][number]) => ({
  reached: diedAt !== null,
  recoverySeconds: recoverySeconds === null ? null : Math.round(recoverySeconds * 100) / 100,
});

const sentenceOf = ({ played, submissions, acts, letters, mails, mailsTwice, verdict, seconds }: Told, unreached: number): string =>
  `${played.length - unreached} of ${played.length} points reached, ${submissions} submissions, ${acts} acts, ${letters} letters, ${mails} mails (${mailsTwice} came twice): ${Object.entries(
    verdict,
  )
    .map(([kind, found]) => `${(found as string[]).length} ${kind}`)
    .join(', ')}; ${seconds.toFixed(0)} s`;
