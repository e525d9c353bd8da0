import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '@dengke/local';
import { common, writeJson } from '../json';
import { playKills } from './kills';
import { lateOf, reportOf, sentenceOf, sumOf } from './report';
import type { Report, Summary } from './report';

const reports = join(repositoryRoot, 'docs', 'reports');
const legFile = (leg: number): string => join(reports, 'kills', `leg-${String(leg).padStart(2, '0')}.json`);
const say = (line: string): void => console.log(line);

/**
 * `npm run season -- kills [--count 24] [--submissions 300] [--seed N] [--json FILE]`: at least so many submissions, and as many more as go on until the last
 * kill. Fails on anything lost, doubled, wrong or stuck, and where getting up again takes too long. Writes `docs/reports/kills.json` unless told another file.
 *
 * `--legs N` plays the same in so many legs, each with its number as seed. Those of which `docs/reports/kills` has a file are not played again; the sum of all is
 * `docs/reports/kills-legs.json`. `--most M` plays at most so many legs now.
 */
export async function kills(args: string[]): Promise<number> {
  const options = {
    count: { type: 'string', default: '24' },
    submissions: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string', default: join(reports, 'kills.json') },
    legs: { type: 'string', default: '0' },
    most: { type: 'string', default: 'Infinity' },
  } as const;
  const { values } = parseArgs({ args, options });
  const [count, submissions, legs] = [Number(values.count), Number(values.submissions), Number(values.legs)];
  if (legs === 0) {
    return play({ kills: count, submissions, seed: Number(values.seed) }, values.json);
  }
  const numbers = Array.from({ length: legs }, (_, index) => index + 1);
  let left = Number(values.most);
  for (const leg of numbers) {
    if (left > 0 && (await read(legFile(leg))) === undefined) {
      say(`leg ${leg} of ${legs}`);
      left -= 1;
      await play({ kills: Math.ceil(count / legs), submissions: Math.ceil(submissions / legs), seed: leg }, legFile(leg));
    }
  }
  const played = (await Promise.all(numbers.map((leg) => read(legFile(leg))))).filter((leg) => leg !== undefined);
  const sum = sumOf(played);
  await writeJson(join(reports, 'kills-legs.json'), { ...common(server), legs, played: played.length, ...sum });
  say(`${played.length} of ${legs} legs: ${sentenceOf(sum)}`);
  return failuresOf(sum) === 0 && played.length === legs ? 0 : 1;
}

const server = 'dev server 1.29.1, SQLite';

async function play(asked: { kills: number; submissions: number; seed: number }, file: string): Promise<number> {
  const told = await playKills(asked, say);
  const report = reportOf(told);
  say(['', ...(Object.values(told.verdict).flat() as string[]), ...lateOf(report), sentenceOf(report)].join('\n'));
  await writeJson(file, { ...common(server), seed: asked.seed, ...report });
  return failuresOf(report) === 0 ? 0 : 1;
}

const failuresOf = (told: Summary): number => told.lost + told.doubled + told.wrong + told.stuck + lateOf(told).length;

const read = (file: string): Promise<Report | undefined> =>
  readFile(file, 'utf8').then(
    (content) => JSON.parse(content) as Report,
    () => undefined,
  );
