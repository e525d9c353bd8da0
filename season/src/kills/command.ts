import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '@dengke/local';
import { common, writeJson } from '../json';
import { victims } from './disturbances';
import { playKills } from './kills';
import type { Told } from './kills';

/** Seconds within which 95 of 100 kills must be over, by who was killed. */
const goals = { temporal: 30, mariadb: 30, others: 10 } as const;

/**
 * `npm run season -- kills [--count 24] [--submissions 300] [--seed N] [--json FILE]`: at least so many submissions, and as many more as go on until the last
 * kill. Fails on anything lost, doubled, wrong or stuck, and where getting up again takes too long. Writes `docs/reports/kills.json` unless told another file.
 */
export async function kills(args: string[]): Promise<number> {
  const options = {
    count: { type: 'string', default: '24' },
    submissions: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string', default: join(repositoryRoot, 'docs', 'reports', 'kills.json') },
  } as const;
  const { values } = parseArgs({ args, options });
  const asked = { kills: Number(values.count), submissions: Number(values.submissions), seed: Number(values.seed) };
  const told = await playKills(asked, (line) => console.log(line));
  const recoverySeconds = spreadsOf(told, 'acknowledged');
  const followedSeconds = spreadsOf(told, 'followed');
  const faults = Object.values(told.verdict).flat() as string[];
  const late = [...lateOf(recoverySeconds, 'acts'), ...lateOf(followedSeconds, 'followed')];
  console.log(['', ...faults, ...late, sentenceOf(told)].join('\n'));
  const { lost, doubled, wrong, stuck } = told.verdict;
  const { submissions, acts, resent, freezes, cuts, seconds } = told;
  await writeJson(values.json, {
    ...common('dev server 1.29.1, SQLite'),
    ...{ seed: asked.seed, submissions, acts, resent, kills: told.kills, freezes, cuts },
    ...{ lost: lost.length, doubled: doubled.length, wrong: wrong.length, stuck: stuck.length },
    ...{ recoverySeconds, followedSeconds, seconds },
  });
  return faults.length + late.length === 0 ? 0 : 1;
}

type Spreads = Record<string, { p50: number; p95: number; max: number }>;

function spreadsOf({ recoveries }: Told, what: 'acknowledged' | 'followed'): Spreads {
  const spreads = victims.map((victim) => {
    const took = recoveries.filter((one) => one.victim === victim).map((one) => one[what]);
    const sorted = took.sort((one, other) => one - other);
    const at = (share: number) => Math.round((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0) * 100) / 100;
    return [victim, { p50: at(0.5), p95: at(0.95), max: at(1) }] as const;
  });
  return Object.fromEntries(spreads);
}

const lateOf = (spreads: Spreads, what: string): string[] =>
  Object.entries(spreads)
    .filter(([victim, { p95 }]) => p95 > (victim === 'temporal' || victim === 'mariadb' ? goals[victim] : goals.others))
    .map(([victim, { p95 }]) => `${victim} killed: ${what} again only after ${p95} s (p95)`);

const sentenceOf = ({ verdict, submissions, acts, kills: killed, recoveries, seconds }: Told): string =>
  `${submissions} submissions, ${acts} acts, ${recoveries.length} kills (${Object.entries(killed)
    .map(([victim, count]) => `${victim} ${count}`)
    .join(', ')}): ${Object.entries(verdict)
    .map(([kind, found]) => `${(found as string[]).length} ${kind}`)
    .join(', ')}; ${seconds.toFixed(0)} s`;
