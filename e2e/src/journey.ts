import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { stageRules, submissionStates, submissionWorkflowId } from '@dengke/contract';
import type { DemonstrationPeople } from './demonstration-people';
import { demonstrationPeople } from './demonstration-people';
import { houseHere, showsWorkflows } from './here';
import type { TimelineEntry, Walked } from './walk';
import { Walk } from './walk';

const running = process.env.DENGKE_PUBLIC_URL;
const address = running ?? 'http://127.0.0.1:8080';
const namespace = process.env.DENGKE_TEMPORAL_NAMESPACE ?? 'default';

const usage = `npm run journey                      walks one submission through the public API of the running system, and says what it sees
  --patience SECONDS                 so long an act that is not answered is sent again: 60
  --json FILE                        writes what was seen there`;

/** One submission from its unit to the ministry. */
async function main(): Promise<number> {
  const options = { json: { type: 'string' }, patience: { type: 'string', default: '60' }, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const people = await demonstrationPeople();
  const startedAt = Date.now();
  let retries = 0;
  let lastRetry = '';
  await requireHouse();
  console.log(`Walking one achievement through ${address}\n`);
  const walk = new Walk({
    address,
    people,
    client: {
      patienceMillis: Number(values.patience) * 1000,
      onRetry: (what, why) => {
        retries += 1;
        const line = `          … ${what} again: ${why}`;
        if (line !== lastRetry) {
          console.log(line);
        }
        lastRetry = line;
      },
    },
    onEntry: (entry) => console.log(lineOf(entry, people)),
  });
  const walked = await walk.toTheEnd();
  const seconds = (Date.now() - startedAt) / 1000;
  const passed = walked.progress.state === 'reported' && walked.progress.registrationNumber !== null;
  tell(walked, seconds, retries);
  if (values.json !== undefined) {
    await writeFile(
      values.json,
      `${JSON.stringify({ at: new Date().toISOString(), passed, seconds, retries, addresses: addressesOf(walked.serial), ...walked }, null, 2)}\n`,
    );
  }
  return passed ? 0 : 1;
}

/** Where `npm start` wrote no address down nobody will start what is not there, so it is not waited for. */
async function requireHouse(): Promise<void> {
  if (running !== undefined) {
    return;
  }
  await fetch(`${address}/health/live`, { signal: AbortSignal.timeout(5_000) }).catch(() => {
    throw new Error(`nothing runs here and nothing answers at ${address}; \`npm start\` starts it`);
  });
}

function lineOf({ number, act, at, by, organisationId, stage, state, text }: TimelineEntry, people: DemonstrationPeople): string {
  const time = new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' });
  const who = by === null ? 'workflow' : (people.people.find(({ id }) => id === by)?.name ?? by);
  const where = [...people.organisations, ...people.units].find(({ id }) => id === organisationId)?.name ?? '';
  const held = stage === null ? submissionStates[state].label : stageRules[stage].label;
  return `${time}  ${String(number).padStart(2)}  ${act.padEnd(14)} ${who}${where === '' ? '' : ` · ${where}`}  → ${held}${said(text)}`;
}

const said = (text: TimelineEntry['text']): string => (typeof text?.opinion === 'string' ? `  “${text.opinion}”` : '');

const addressesOf = (serial: string): Record<string, string> => ({
  submission: `${address}/api/v1/submissions/${serial}`,
  timeline: `${address}/api/v1/submissions/${serial}/timeline`,
  documentation: `${address}/api/docs`,
  ...(showsWorkflows(houseHere())
    ? { workflow: `${address}/temporal/namespaces/${namespace}/workflows/${encodeURIComponent(submissionWorkflowId(serial))}` }
    : {}),
});

function tell({ serial, progress }: Walked, seconds: number, retries: number): void {
  console.log(
    `\n${serial}: ${progress.state}, registration number ${progress.registrationNumber ?? 'none'}, ${seconds.toFixed(1)} s${retries > 0 ? `, ${retries} calls sent again` : ''}`,
  );
  for (const [name, where] of Object.entries(addressesOf(serial))) {
    console.log(`  ${name.padEnd(14)} ${where}`);
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`\nThe journey did not end well: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
