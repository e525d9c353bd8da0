import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { StuckSubmission, StuckWorkflows, UntoldFacts } from '@dengke/contract';
import { OpsError } from '../verb';
import type { Verb } from '../verb';
import { allServices, closeAll, flowOf } from './overview';
import type { Flow, Services } from './overview';

const LOOKING_MS = 120_000;
/** A fact is told within seconds; one that still waits at the second look waits for a reason. */
const SECOND_LOOK_MS = 5_000;

/** What does not go on by itself, and why: one line each. */
export const stuck: Verb = {
  name: 'stuck',
  summary:
    '[--after MS]: what is late, escalated, on hold, fails or was not told; fails where the house itself stands still, not where people are late',
  run: async (args) => stuckOf(await allServices(), args),
};

export async function stuckOf(services: Services, args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...args], options: { after: { type: 'string' } } });
    const after = Number(values.after ?? SECOND_LOOK_MS);
    if (!Number.isInteger(after) || after < 0) {
      throw new OpsError('--after takes milliseconds between the two looks');
    }
    const people = await services.achievements.get<StuckSubmission[]>('/internal/operations/submissions/stuck');
    say('submissions wait for people', people.map(peopleLine));
    const house = [...(await workflowLines(services)), ...(await waitingLines(services, after))];
    say('things of the house stand still', house);
    return house.length === 0 ? 0 : 1;
  } finally {
    await closeAll(services);
  }
}

function say(what: string, lines: readonly string[]): void {
  console.log(`${lines.length} ${what}`);
  lines.forEach((line) => console.log(`  ${line}`));
}

const peopleLine = ({ serial, state, deskId, dueAt, reasons }: StuckSubmission): string =>
  `${serial} ${state} at ${deskId ?? 'the completer'}${dueAt === null ? '' : `, due ${dueAt}`}: ${reasons.join(', ')}`;

async function workflowLines({ achievements }: Services): Promise<string[]> {
  const {
    looked,
    more,
    stuck: found,
  } = await achievements.get<StuckWorkflows>('/internal/operations/workflows/stuck', {
    timeoutMs: LOOKING_MS,
  });
  console.log(`${looked} running workflows looked at${more ? '; there are more' : ''}`);
  return found.map(({ workflowId, status, because }) => `${workflowId} (${status}): ${because}`);
}

/** What waits at both looks, and what was put aside for good. */
async function waitingLines(services: Services, after: number): Promise<string[]> {
  const before = { untold: await untoldOf(services), flow: await flowOf(services) };
  await pause(after);
  const untold = (await untoldOf(services)).filter((one) => before.untold.some((other) => isSame(one, other)));
  const flow = await flowOf(services);
  const { mails } = await services.notifications.get<{ mails: Record<string, number> }>('/internal/messages/count');
  const dead = mails['dead'] ?? 0;
  return [
    ...untold.map(({ subject, facts, since }) => `${subject}: ${facts} facts were not told, since ${since}`),
    ...Object.entries(flow).flatMap(([service, now]) => flowLines(service, before.flow[service] ?? now, now)),
    ...(dead > 0 ? [`${dead} mails were given up: npm run ops -- dead-letters`] : []),
  ];
}

const untoldOf = ({ achievements }: Services): Promise<UntoldFacts[]> => achievements.get('/internal/operations/untold');
const isSame = (one: UntoldFacts, other: UntoldFacts): boolean => one.subject === other.subject && one.since === other.since;

/** The facts of achievements are known by subject; those of the others by their number alone. */
function flowLines(service: string, before: Flow, now: Flow): string[] {
  const standsStill = (what: 'untold' | 'unnumbered' | 'lag'): boolean => before[what] > 0 && now[what] >= before[what];
  return [
    ...(service !== 'achievements' && standsStill('untold') ? [`${service}: ${now.untold} facts were not told`] : []),
    ...(standsStill('unnumbered') ? [`${service}: ${now.unnumbered} entries have no number of the feed`] : []),
    ...(standsStill('lag') ? [`${service}: ${now.lag} feed entries were not read`] : []),
    ...(now.putAside > 0 ? [`${service}: ${now.putAside} feed entries were put aside`] : []),
  ];
}
