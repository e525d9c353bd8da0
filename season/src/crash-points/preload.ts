import { messageNames } from '@dengke/contract';
import type { AchievementsActivities, NotificationsActivities, SubmissionFactsSignal } from '@dengke/contract';
import { WorkflowClient } from '@temporalio/client';
import type { WorkflowSignalWithStartOptions } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { ActivityInterceptorsFactory, WorkerOptions } from '@temporalio/worker';
import Mailer from 'nodemailer/lib/mailer';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner';
import { commitOf } from './commits';
import { Fuse } from './fuse';
import { placeOf } from './points';
import type { Service, Side, Step } from './points';

/**
 * Loaded into a service before its own code (`node --require`) by a season of crash points and by nobody else: the product has no fail point. It
 * stands around the functions of libraries through which a service acts upon others, and ends the process where the season wants it.
 */
const fuse = new Fuse(process.env['CRASH_POINTS'] ?? '');

function dies(side: Side, step: Step): void {
  if (fuse.blows(placeOf(side, step))) {
    process.kill(process.pid, 'SIGKILL');
  }
}

async function passing<T>(step: Step, go: () => Promise<T>): Promise<T> {
  dies('before', step);
  const done = await go();
  dies('after', step);
  return done;
}

type Call = (...args: unknown[]) => Promise<unknown>;

/** Puts `door` around a method. @throws Error when a library has none of that name any more */
function around(owner: object, name: string, door: (call: Call, args: unknown[], self: object) => Promise<unknown>): void {
  const methods = owner as Record<string, Call | undefined>;
  const method = methods[name];
  if (method === undefined) {
    throw new Error(`There is no ${name} to stand around`);
  }
  methods[name] = function (this: object, ...args: unknown[]) {
    return door((...given) => method.apply(this, given), args, this);
  };
}

/** Acts of time within a submission’s way, and what a letter’s workflow has done: the only ones that write something while people walk. */
const watched: readonly string[] = [
  'reportUp' satisfies keyof AchievementsActivities,
  'tellAddressees' satisfies keyof NotificationsActivities,
];
/** Of the tasks whose completion is to come. */
const tokens: Buffer[] = [];

const watching: ActivityInterceptorsFactory = ({ info }) => ({
  inbound: {
    execute: (input, next) => {
      if (!watched.includes(info.activityType)) {
        return next(input);
      }
      tokens.push(Buffer.from(info.taskToken));
      return passing('work of an activity', () => next(input));
    },
  },
});

around(Worker, 'create', async (call, [given]) => {
  const { interceptors, ...options } = given as WorkerOptions;
  const worker = await call({ ...options, interceptors: { ...interceptors, activity: [watching, ...(interceptors?.activity ?? [])] } });
  around((worker as { nativeWorker: object }).nativeWorker, 'completeActivityTask', (complete, args) => {
    const completion = args[0] as Buffer;
    const at = tokens.findIndex((token) => completion.includes(token));
    return at < 0 ? complete(...args) : passing('completion of an activity', () => (tokens.splice(at, 1), complete(...args)));
  });
  return worker;
});

/** Signals of a fact after which nobody but the workflow acts: what is lost of it, no later fact brings. */
around(WorkflowClient.prototype, 'signalWithStart', (call, args) => {
  const { signal, signalArgs } = args[1] as WorkflowSignalWithStartOptions<unknown[]>;
  const isApproved =
    signal === messageNames.submissionFacts && (signalArgs?.[0] as SubmissionFactsSignal).facts.some(({ act }) => act === 'approve');
  return isApproved ? passing('signal of facts', () => call(...args)) : call(...args);
});

around(Mailer.prototype, 'sendMail', (call, args) => passing('hand-over of a mail', () => call(...args)));

/** What has been said in the transaction that a query runner has open. */
const open = new WeakMap<object, string[]>();

around(MysqlQueryRunner.prototype, 'query', async (call, args, runner) => {
  const [statement, parameters] = args as [string, unknown[] | undefined];
  const ofAchievements = parameters?.includes('achievements' satisfies Service) === true;
  if (statement === 'START TRANSACTION') {
    open.set(runner, []);
  }
  if (statement === 'COMMIT') {
    const step = commitOf(open.get(runner) ?? []);
    open.delete(runner);
    return step === undefined ? call(...args) : passing(step, () => call(...args));
  }
  open.get(runner)?.push(statement);
  if (statement.includes('UPDATE feed_cursor') && ofAchievements) {
    dies('after', 'reading of a feed page');
  }
  const answer = await call(...args);
  if (statement.includes('FROM feed_cursor') && ofAchievements) {
    dies('before', 'reading of a feed page');
  }
  return answer;
});
