import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { PlainDate, WindowOutcome } from '@dengke/contract';
import type { ServiceClient } from '@dengke/service-kit';
import { serviceOf } from '../house';
import { OpsError } from '../verb';
import type { Verb } from '../verb';

const HOW =
  'npm run ops -- what-if WINDOW, with cut-off=2023-08-20, days-off=2023-08-16,2023-08-17 or away=org-changzhi-energy:2023-08-09:2023-08-15, one or several';

interface Outcome {
  outcome: WindowOutcome;
  count: number;
}
interface Projected {
  on: PlainDate | null;
  outcome: WindowOutcome;
}

/** What achievements answers (decision 0021). */
export interface Answer {
  pace: string;
  today: PlainDate;
  before: Outcome[];
  after: Outcome[];
  changed: number;
  changes: { serial: string; deskId: string | null; before: Projected; after: Projected }[];
  deadlines: { about: string; from: PlainDate; to: PlainDate; count: number }[];
  lateMeanwhile: string[];
  desks: { organisationId: string; workdays: number; decisions: number }[];
}

/** How a running window would come out with another cut-off, more days off or a desk away: worked out from its ledger, of what stands in it now. */
export const whatIf: Verb = {
  name: 'what-if',
  summary:
    'WINDOW [cut-off=DAY] [days-off=DAY,…] [away=ORGANISATION:FROM:TO] [--whole-limit] [--json FILE|-]: how a running window would come out',
  run: async (args) => whatIfOf(await serviceOf('achievements'), args),
};

export async function whatIfOf(achievements: ServiceClient, args: readonly string[]): Promise<number> {
  try {
    const options = { json: { type: 'string' }, 'whole-limit': { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [window, ...supposed] = positionals;
    if (window === undefined || supposed.length === 0) {
      throw new OpsError(HOW);
    }
    const pace = values['whole-limit'] ? 'whole-limit' : 'as-until-now';
    const body = supposed.reduce<object>((parts, question) => ({ ...parts, ...partOf(question) }), { pace });
    const answer = await achievements.post<Answer>(`/internal/windows/${encodeURIComponent(window)}/what-if`, body);
    await report(values.json, answer);
    return 0;
  } finally {
    await achievements.close();
  }
}

const suppositions: Readonly<Record<string, (given: string) => object>> = {
  'cut-off': (given) => ({ cutOffOn: given }),
  'days-off': (given) => ({ daysOff: given.split(',') }),
  away: (given) => {
    const [organisationId, from, to] = given.split(':');
    return { away: { organisationId, from, to } };
  },
};

/** @throws OpsError for what nobody understands */
function partOf(question: string): object {
  const [what = '', given = ''] = question.split('=');
  const part = Object.hasOwn(suppositions, what) ? suppositions[what] : undefined;
  if (part === undefined) {
    throw new OpsError(HOW);
  }
  return part(given);
}

async function report(file: string | undefined, answer: Answer): Promise<void> {
  const json = JSON.stringify(answer, null, 2);
  if (file === '-') {
    console.log(json);
    return;
  }
  if (file !== undefined) {
    await writeFile(file, `${json}\n`);
  }
  linesOf(answer).forEach((line) => console.log(line));
}

function linesOf({ pace, today, before, after, changed, changes, deadlines, lateMeanwhile, desks }: Answer): string[] {
  return [
    `as of ${today}, desks ${pace === 'whole-limit' ? 'taking the whole of their limits' : 'as they have worked until now'}`,
    ...desks.map(({ organisationId, workdays, decisions }) => `  ${organisationId}: ${workdays} working days, of ${decisions} decisions`),
    `as it is: ${counted(before)}`,
    `otherwise: ${counted(after)}`,
    `${changed} otherwise or on another day`,
    ...changes.map(({ serial, deskId, before: from, after: to }) => `  ${serial} at ${deskId ?? '-'}: ${placed(from)} → ${placed(to)}`),
    ...deadlines.map(({ about, from, to, count }) => `  ${count} deadlines ${about}: ${from} → ${to}`),
    ...(lateMeanwhile.length === 0 ? [] : [`due meanwhile: ${lateMeanwhile.join(' ')}`]),
  ];
}

const counted = (outcomes: readonly Outcome[]): string =>
  outcomes.map(({ outcome, count }) => `${outcome} ${count}`).join(', ') || 'nothing';
const placed = ({ on, outcome }: Projected): string => (on === null ? outcome : `${outcome} ${on}`);
