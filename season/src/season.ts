import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  calendarChangeWorkflowId,
  reminderRoundWorkflowId,
  submissionWorkflowId,
  taskQueues,
  windowWorkflowId,
  workflowTypes,
} from '@dengke/contract';
import type { Instant } from '@dengke/contract';
import { localDirectory, startStack } from '@dengke/local';
import type { Stack } from '@dengke/local';
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
import { clockOf, daysOf, instantOf } from './scenario';
import type { Scenario, Step } from './scenario';
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
  const directory = seasonDirectory();
  await rm(directory, { recursive: true, force: true });
  course.say('starting a stack of its own on the time-skipping server');
  const stack = await startStack({
    dir: directory,
    temporal: { skippingFrom: instantOf(scenario.from) },
    profile: 'season',
    supervise: true,
  });
  try {
    const { service } = JSON.parse(await readFile(join(directory, 'secrets.json'), 'utf8')) as { service: string };
    return await onStack(scenario, stack, service, course);
  } finally {
    await stack.stop();
  }
}

async function onStack(scenario: Scenario, stack: Stack, secret: string, course: Course): Promise<Told> {
  const started = Date.now();
  const { publicUrl, accountsUrl, achievementsUrl, notificationsUrl, temporalAddress, databaseUrls } = stack.addresses;
  const clock = await SeasonClock.connect(temporalAddress);
  const cast = await Cast.of(publicUrl);
  const play = new Play(scenario, cast, publicUrl, course.manner);
  const house: House = {
    services: [accountsUrl, achievementsUrl, notificationsUrl],
    secret,
    connection: clock.connection,
    workflows: () => workflowsOf(play),
    ended: new Set(),
  };
  const stops = course.pace === 'every-day' ? everyDay(scenario) : whenDue(scenario, databaseUrls.achievements ?? '');
  try {
    await startRounds(clock, scenario);
    await untilAtRest(house);
    for await (const stop of stops) {
      await clock.to(stop);
      await untilAtRest(house);
      await playAt(stop, scenario, play, house, course);
      await course.atRest?.({ scenario, play, cast, house, addresses: stack.addresses, directory: seasonDirectory() }, stop);
    }
    const observed = await observe({
      scenario,
      play,
      cast,
      notificationsUrl,
      achievementsDatabase: databaseUrls.achievements ?? '',
      notificationsDatabase: databaseUrls.notifications ?? '',
      secret,
      days: daysOf(scenario),
    });
    return { observed, serials: play.serials, waiting: play.waiting, seconds: (Date.now() - started) / 1000 };
  } finally {
    await cast.leave();
    await clock.close();
  }
}

const seasonDirectory = (): string => join(localDirectory(), 'season');

const workflowsOf = (play: Play): string[] => [
  reminderRoundWorkflowId,
  ...play.announced.map(windowWorkflowId),
  ...[...play.serials.values()].map(submissionWorkflowId),
  ...play.organisers.workflowIds,
  ...play.letters.workflowIds,
  ...play.editions.map(calendarChangeWorkflowId),
];

async function startRounds({ connection }: SeasonClock, { until }: Scenario): Promise<void> {
  await new Client({ connection }).workflow.start(workflowTypes.reminderRound, {
    workflowId: reminderRoundWorkflowId,
    taskQueue: taskQueues.workflows,
    args: [{ until: instantOf(until) }],
    workflowTaskTimeout: '2s',
  });
}

async function playAt(stop: Instant, scenario: Scenario, play: Play, house: House, { say }: Course): Promise<void> {
  const putOff = clockOf(stop).endsWith(RETRIED_AT) ? play.waiting.splice(0) : [];
  const steps = [...putOff, ...scenario.steps.filter(([time]) => instantOf(time) === stop)];
  for (const step of steps) {
    await play.step(step);
    say(
      `${clockOf(stop).replace('T', ' ')}  ${step[1]} · ${[step[2], ...step[3]].join(' ')}${step[4] === undefined ? '' : ` → ${step[4]}`}`,
    );
  }
  if (steps.length > 0) {
    await untilAtRest(house);
  }
}
