import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '@dengke/local';
import { common, writeJson } from '../json';
import { grown, growthOf } from './flat';
import { playSoak } from './soak';

/**
 * `npm run season -- soak [--minutes 60] [--at-once 4] [--json FILE]`: people walk submissions through the house for an hour. Fails on anything lost, doubled,
 * wrong or stuck, on a process that was started again, and where memory or handles of one are not flat. Writes `docs/reports/soak.json` unless told another file.
 */
export async function soak(args: string[]): Promise<number> {
  const options = {
    minutes: { type: 'string', default: '60' },
    'at-once': { type: 'string', default: '4' },
    json: { type: 'string', default: join(repositoryRoot, 'docs', 'reports', 'soak.json') },
  } as const;
  const { values } = parseArgs({ args, options });
  const asked = { minutes: Number(values.minutes), atOnce: Number(values['at-once']) };
  const { samples, verdict, ...told } = await playSoak(asked, (line) => console.log(line));
  const growth = Object.fromEntries(Object.entries(samples).map(([part, of]) => [part, growthOf(of)]));
  const { lost, doubled, wrong, stuck } = verdict;
  const counts = { lost: lost.length, doubled: doubled.length, wrong: wrong.length, stuck: stuck.length };
  const faults = [
    ...[lost, doubled, wrong, stuck].flat(),
    ...Object.entries(growth).flatMap(([part, of]) => grown(part, of)),
    ...(told.restarts > 0 ? [`${told.restarts} processes were started again`] : []),
  ];
  console.log(
    ['', ...faults, `${told.submissions} submissions, ${told.acts} acts in ${asked.minutes} minutes; ${faults.length} faults`].join('\n'),
  );
  await writeJson(values.json, { ...common('dev server 1.29.1, SQLite'), ...asked, ...told, ...counts, growth });
  return faults.length === 0 ? 0 : 1;
}
