import { spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localDirectory, repositoryRoot, SetupError } from '@dengke/local';
import { common, skippingServer, writeJson } from '../json';
import { BuildCopy } from './build-copy';
import { planted } from './planted';
import type { Planted } from './planted';

const say = (line: string): void => console.log(line);

/**
 * `npm run season -- --mutants [--seed N] [--submissions M] [--until DAY] [--only WORDS …] [--json FILE]` plants one error after the other in a copy of the
 * build and plays a year, or its beginning, until it is found. Fails where one is not, and where the year fails without any. Writes
 * `docs/reports/mutants.json` unless told another file, and only when the whole list was played for a whole year.
 */
export async function mutants(args: string[]): Promise<number> {
  const options = {
    seed: { type: 'string', default: '1' },
    submissions: { type: 'string', default: '150' },
    until: { type: 'string' },
    only: { type: 'string', multiple: true },
    json: { type: 'string', default: join(repositoryRoot, 'docs', 'reports', 'mutants.json') },
  } as const;
  const { values } = parseArgs({ args, options });
  const { seed, submissions, until, only } = values;
  const asked = ['--seed', seed, '--submissions', submissions, ...(until === undefined ? [] : ['--until', until])];
  const wanted = planted.filter(({ name }) => only?.some((words) => name.includes(words)) ?? true);
  const folder = join(localDirectory(), 'mutants');
  const copy = await BuildCopy.in(join(folder, 'build'));
  const play = (log: string): Promise<Played> => played(copy.folder, join(folder, `${log}.log`), asked);
  const sound = await play('nothing-planted');
  say(`nothing planted: ${sound.said} (${sound.seconds.toFixed(0)} s)`);
  if (!sound.held) {
    throw new SetupError('The year fails without an error planted: what it finds would say nothing.');
  }
  const found: Record<string, string> = {};
  const missed: string[] = [];
  for (const one of wanted) {
    const { held, said, seconds } = await copy.with(one, () => judged(one, play));
    say(`${held ? 'MISSED' : 'caught'}  ${one.name}: ${said} (${seconds.toFixed(0)} s)`);
    if (held) {
      missed.push(one.name);
    } else {
      found[one.name] = said;
    }
  }
  say(['', `${wanted.length} planted, ${wanted.length - missed.length} caught, ${missed.length} missed`, ...missed].join('\n'));
  if (only === undefined && until === undefined) {
    const counts = { seed: Number(seed), submissions: Number(submissions), planted: wanted.length, caught: wanted.length - missed.length };
    await writeJson(values.json, { ...common(skippingServer), ...counts, missed, found });
  }
  return missed.length === 0 ? 0 : 1;
}

/** A year that broke off says something only if it breaks off once more; a busy machine breaks one off too. */
async function judged(one: Planted, play: (log: string) => Promise<Played>): Promise<Played> {
  const first = await play(logOf(one));
  return first.brokeOff ? play(`${logOf(one)}-again`) : first;
}

interface Played {
  held: boolean;
  /** Could not be played to its end, or to what is wrong. */
  brokeOff: boolean;
  /** What was found first. */
  said: string;
  seconds: number;
}

async function played(folder: string, log: string, asked: readonly string[]): Promise<Played> {
  const since = performance.now();
  await mkdir(join(log, '..'), { recursive: true });
  const output = await open(log, 'w');
  try {
    const args = ['season/dist/main.js', 'year', ...asked, '--first'];
    const env = { ...process.env, DENGKE_DIR: join(folder, '.dengke') };
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', output.fd, output.fd] });
    const end = (): void => void child.kill('SIGTERM');
    process.once('SIGTERM', end).once('SIGINT', end);
    const code = await new Promise<number | null>((settle, refuse) => child.once('error', refuse).once('close', settle));
    process.off('SIGTERM', end).off('SIGINT', end);
    if (code === null) {
      throw new SetupError('Ended from outside.');
    }
    return { held: code === 0, ...endOf(await readFile(log, 'utf8')), seconds: (performance.now() - since) / 1000 };
  } finally {
    await output.close();
  }
}

/** The sentence a year ends with; where it broke off the error after it. */
function endOf(log: string): Pick<Played, 'brokeOff' | 'said'> {
  const lines = log.split('\n');
  const at = lines.findLastIndex((line) => line.startsWith('seed '));
  const brokeOff = lines[at]?.endsWith('could not be played to its end') !== false;
  return { brokeOff, said: (brokeOff ? lines[at + 1] : lines[at]) ?? 'nothing' };
}

const logOf = ({ name }: Planted): string => name.replaceAll(' ', '-');
