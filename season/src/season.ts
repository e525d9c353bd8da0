import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reminderRoundWorkflowId, taskQueues, workflowTypes } from '@dengke/contract';
import type { Instant } from '@dengke/contract';
import { localDirectory, SetupError, startStack } from '@dengke/local';
import type { Stack } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client } from '@temporalio/client';
import { Cast } from './cast';
import { SeasonClock } from './clock';
import type { Scene } from './invariants/scene';
import { observe } from './observe';
import type { Observed } from './observe';
import { Play } from './play';
import type { Manner } from './play';
import { untilAtRest } from './rest';
import type { House } from './rest';
import { clockOf, instantOf } from './scenario';
import type { Scenario, Step } from './scenario';
import { Spent } from './spent';
import { everyDay, whenDue } from './stops';

/** When people try again what was not possible the day before. */
const RETRIED_AT = 'T09:00';

export interface Told {
  observed: Observed;
  serials: Map<string, string>;
  /** What was put off and never done. */
  waiting: readonly Step[];
  /** Seconds of playing, without starting and stopping the stack. */
  seconds: number;
  /** And what they went on. */
  spent: Spent;
}

/** How a scenario is played. */
export interface Course {
  manner: Manner;
  /** Stops each day, or only when something is due. */
  pace: 'every-day' | 'when-due';
  say: (line: string) => void;
  /** Looks at the house at rest, after each stop. */
  atRest?: (scene: Scene, stop: Instant) => Promise<void>;
}

/** Plays a scenario on a stack of its own under skipped time. */
export async function playSeason(scenario: Scenario, course: Course): Promise<Told> {
  const directory = seasonDirectory(scenario);
  await rm(directory, { recursive: true, force: true });
  course.say('starting a stack of its own on the time-skipping server');
  const ended = new AbortController();
  const end = (): void => ended.abort(new SetupError('Ended from outside.'));
  process.once('SIGTERM', end).once('SIGINT', end);
  const stack = await startStack({
    dir: directory,
    temporal: { skippingFrom: instantOf(scenario.from) },
    profile: 'season',
    supervise: true,
    signal: ended.signal,
  });
  try {
    const { service } = JSON.parse(await readFile(join(directory, 'secrets.json'), 'utf8')) as { service: string };
    return await Promise.race([onStack(scenario, stack, service, course), refusedWith(ended.signal)]);
  } finally {
    process.off('SIGTERM', end).off('SIGINT', end);
    await stack.stop();
  }
}

const refusedWith = (signal: AbortSignal): Promise<never> =>
  new Promise((_settle, refuse) => signal.addEventListener('abort', () => refuse(signal.reason as Error)));

async function onStack(scenario: Scenario, stack: Stack, secret: string, course: Course): Promise<Told> {
  const started = Date.now();
  const spent = new Spent();
  const { publicUrl, accountsUrl, achievementsUrl, notificationsUrl, temporalAddress, databaseUrls } = stack.addresses;
  const clock = await SeasonClock.connect(temporalAddress);
  const cast = await Cast.of(publicUrl);
  const play = new Play(scenario, cast, publicUrl, course.manner);
  const house: House = {
    services: [accountsUrl, achievementsUrl, notificationsUrl],
    secret,
    clock,
  };
  const stops = course.pace === 'every-day' ? everyDay(scenario) : whenDue(scenario, databaseUrls.achievements ?? '');
  try {
    await startRounds(clock, scenario, stack.addresses.payloadKeysFile);
    await untilAtRest(house);
    const scene: Scene = { scenario, play, cast, house, addresses: stack.addresses, directory: seasonDirectory(scenario) };
    for await (const stop of stops) {
      await spent.on('clock', () => clock.to(stop));
      await spent.on('rest', () => untilAtRest(house));
      if ((await spent.on('acts', () => playAt(stop, scenario, play, course))) > 0) {
        await spent.on('rest', () => untilAtRest(house));
      }
      await spent.on('looks', async () => course.atRest?.(scene, stop));
    }
    const observed = await spent.on('end', () => observe(scene, scenario));
    return { observed, serials: play.serials, waiting: play.waiting, seconds: (Date.now() - started) / 1000, spent };
  } finally {
    await cast.leave();
    await clock.close();
  }
}

/** Two seasons of different names may be played side by side. */
const seasonDirectory = ({ name }: Scenario): string => join(localDirectory(), 'season', name);

async function startRounds({ connection }: SeasonClock, { until }: Scenario, payloadKeysFile: string): Promise<void> {
  await new Client({ connection, dataConverter: sealedPayloads(payloadKeysFile) }).workflow.start(workflowTypes.reminderRound, {
    workflowId: reminderRoundWorkflowId,
    taskQueue: taskQueues.workflows,
    args: [{ until: instantOf(until) }],
  });
}

/** @returns how many steps there were */
async function playAt(stop: Instant, scenario: Scenario, play: Play, { say }: Course): Promise<number> {
  const putOff = clockOf(stop).endsWith(RETRIED_AT) ? play.waiting.splice(0) : [];
  const steps = [...putOff, ...scenario.steps.filter(([time]) => instantOf(time) === stop)];
  await play.all(steps, ([, who, what, refs, refusal]) =>
    say(`${clockOf(stop).replace('T', ' ')}  ${who} · ${[what, ...refs].join(' ')}${refusal === undefined ? '' : ` → ${refusal}`}`),
  );
  return steps.length;
}
