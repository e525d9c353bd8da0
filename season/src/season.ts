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
import { localDirectory, startStack } from '@dengke/local';
import type { Stack } from '@dengke/local';
import { Client } from '@temporalio/client';
import { Cast } from './cast';
import { SeasonClock } from './clock';
import { observe } from './observe';
import type { Observed } from './observe';
import { Play } from './play';
import { expectInStep, untilAtRest } from './rest';
import { clockOf, instantOf, stopsOf } from './scenario';
import type { Scenario, Step } from './scenario';

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

/** Plays a scenario on a stack of its own under skipped time. @param patient what is refused is put off to the next morning, until it can be done */
export async function playSeason(scenario: Scenario, say: (line: string) => void, patient = false): Promise<Told> {
  const directory = join(localDirectory(), 'season');
  await rm(directory, { recursive: true, force: true });
  say('starting a stack of its own on the time-skipping server');
  const stack = await startStack({
    dir: directory,
    temporal: { skippingFrom: instantOf(scenario.from) },
    profile: 'season',
    supervise: true,
  });
  try {
    const { service } = JSON.parse(await readFile(join(directory, 'secrets.json'), 'utf8')) as { service: string };
    return await onStack(scenario, stack, service, say, patient);
  } finally {
    await stack.stop();
  }
}

async function onStack(scenario: Scenario, stack: Stack, secret: string, say: (line: string) => void, patient: boolean): Promise<Told> {
  const started = Date.now();
  const { publicUrl, accountsUrl, achievementsUrl, notificationsUrl, temporalAddress, databaseUrls } = stack.addresses;
  const clock = await SeasonClock.connect(temporalAddress);
  const cast = await Cast.of(publicUrl);
  const play = new Play(scenario, cast, publicUrl, patient);
  const announced = new Set<string>();
  const workflows = () => [
    reminderRoundWorkflowId,
    ...announced,
    ...[...play.serials.values()].map(submissionWorkflowId),
    ...play.organisers.workflowIds,
    ...play.letters.workflowIds,
    ...play.editions.map(calendarChangeWorkflowId),
  ];
  const house = { services: [accountsUrl, achievementsUrl, notificationsUrl], secret, connection: clock.connection, workflows };
  try {
    await new Client({ connection: clock.connection }).workflow.start(workflowTypes.reminderRound, {
      workflowId: reminderRoundWorkflowId,
      taskQueue: taskQueues.workflows,
      args: [{ until: instantOf(scenario.until) }],
      workflowTaskTimeout: '2s',
    });
    await untilAtRest(house);
    for (const stop of stopsOf(scenario)) {
      await clock.to(stop);
      await untilAtRest(house);
      const putOff = clockOf(stop).endsWith(RETRIED_AT) ? play.waiting.splice(0) : [];
      const steps = [...putOff, ...scenario.steps.filter(([time]) => instantOf(time) === stop)];
      for (const step of steps) {
        await play.step(step);
        say(
          `${clockOf(stop).replace('T', ' ')}  ${step[1]} · ${[step[2], ...step[3]].join(' ')}${step[4] === undefined ? '' : ` → ${step[4]}`}`,
        );
        if (step[2] === 'announce') {
          announced.add(windowWorkflowId(scenario.window.id));
        }
      }
      if (steps.length > 0) {
        await untilAtRest(house);
      }
      await expectInStep(house);
    }
    const days = [...new Set(stopsOf(scenario).map((stop) => clockOf(stop).slice(0, 10)))];
    const observed = await observe({
      scenario,
      play,
      cast,
      notificationsUrl,
      achievementsDatabase: databaseUrls.achievements ?? '',
      notificationsDatabase: databaseUrls.notifications ?? '',
      secret,
      days,
    });
    return { observed, serials: play.serials, waiting: play.waiting, seconds: (Date.now() - started) / 1000 };
  } finally {
    await cast.leave();
    await clock.close();
  }
}
