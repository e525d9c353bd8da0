import { readFile, rm } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serviceSecretHeader, submissionWorkflowId, windowWorkflowId } from '@dengke/contract';
import type { WindowAccount, WindowResult } from '@dengke/contract';
import { localDirectory, startStack } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { request } from 'undici';
import { LoadedWindow } from './loaded-window';
import { figure, load } from './measure';
import type { Figure } from './measure';
import { Ours } from './ours';

/** For each submission, so that all are under way before the cut-off. */
const startMillis = 60;
const atLeastMillis = 60_000;

export interface WindowCloseSize {
  repetitions: number;
  submissions: number;
}

export interface WindowCloseResult {
  submissions: number;
  /** From the cut-off to the window's end: settled, frozen, its account taken. */
  seconds: Figure;
  /** From the cut-off until every submission's workflow had followed. */
  followedSeconds: Figure;
  /** Of all workflows together, from their start; of the window's own; the most of one submission's. */
  events: Figure;
  windowEvents: Figure;
  mostEventsOfOne: Figure;
  /** How many workflows ran when the cut-off came. */
  startedBefore: Figure;
  outcomes: Record<string, number>;
  /** Of the worst account, the whole and every organisation's, over all repetitions. */
  residual: number;
  /** Of the machine, a minute's average when each repetition began, over its cores: above 1 others were at work. */
  busyBefore: Figure;
}

interface Round {
  seconds: number;
  followedSeconds: number;
  events: number;
  windowEvents: number;
  mostEventsOfOne: number;
  startedBefore: number;
  outcomes: Record<string, number>;
  residual: number;
  busyBefore: number;
}

interface House {
  client: Client;
  ours: Ours;
  loaded: LoadedWindow;
  achievementsUrl: string;
  secret: string;
}

/** A window of open submissions at a unit, a municipal bureau and the department, each with its workflow, from its cut-off to its end. */
export async function measureWindowClose(size: WindowCloseSize, say: (line: string) => void): Promise<WindowCloseResult> {
  const dir = join(localDirectory(), 'bench');
  await rm(dir, { recursive: true, force: true });
  const stack = await startStack({
    ...{ dir, temporal: 'dev', profile: 'local', supervise: false },
    env: { gateway: { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' } },
  });
  const { publicUrl, temporalAddress, payloadKeysFile, achievementsUrl, databaseUrls } = stack.addresses;
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, dataConverter: sealedPayloads(payloadKeysFile) });
  const loaded = await LoadedWindow.on(databaseUrls.achievements ?? '');
  const measured: Round[] = [];
  try {
    const { service } = JSON.parse(await readFile(join(dir, 'secrets.json'), 'utf8')) as { service: string };
    const ours = await Ours.signIn(publicUrl, client);
    for (let repetition = 1; repetition <= size.repetitions; repetition += 1) {
      measured.push(await once(size.submissions, repetition, { client, ours, loaded, achievementsUrl, secret: service }));
      say(`repetition ${repetition} of ${size.repetitions}: ${JSON.stringify(measured.at(-1))}`);
    }
    await ours.leave();
  } finally {
    await loaded.close();
    await connection.close();
    await stack.stop();
  }
  return resultOf(size, measured);
}

async function once(submissions: number, repetition: number, house: House): Promise<Round> {
  const { client, ours, loaded } = house;
  const busyBefore = (loadavg()[0] ?? 0) / cpus().length;
  const patterns = await Promise.all((await ours.standing()).map((serial) => loaded.pattern(serial)));
  const now = Date.now();
  const lead = Math.max(atLeastMillis, submissions * startMillis);
  const id = `bench-${String(repetition).padStart(4, '0')}`;
  const window = { id, opensAt: new Date(now - 86_400_000), cutOffAt: new Date(now + lead) };
  await loaded.announce(window);
  await untilTold(loaded);
  const serials = await loaded.fill(window, patterns, submissions);
  await pause(Math.max(0, window.cutOffAt.getTime() - Date.now()));
  const startedBefore = submissions - (await loaded.untold());
  const { residual: own } = (await client.workflow.getHandle(windowWorkflowId(id)).result()) as WindowResult;
  const seconds = (Date.now() - window.cutOffAt.getTime()) / 1_000;
  await untilTold(loaded);
  const histories = await eventsOf(client, serials);
  const followedSeconds = (Date.now() - window.cutOffAt.getTime()) / 1_000;
  const windowEvents = (await client.workflow.getHandle(windowWorkflowId(id)).describe()).historyLength;
  const accounts = await accountsOf(house, id);
  const residual = Math.max(own ?? Number.NaN, ...accounts.map((account) => Math.abs(account.residual)));
  const events = windowEvents + histories.reduce((sum, length) => sum + length, 0);
  const entered = accounts[0]?.entered ?? 0;
  return {
    ...{ seconds, followedSeconds, events, windowEvents, mostEventsOfOne: Math.max(...histories), startedBefore },
    ...{ outcomes: { entered, ...accounts[0]?.outcomes }, residual: entered === submissions ? residual : Number.NaN, busyBefore },
  };
}

async function untilTold(loaded: LoadedWindow): Promise<void> {
  while ((await loaded.untold()) > 0) {
    await pause(100);
  }
}

/** How long each history is, once its workflow has nothing left to do at once. */
async function eventsOf(client: Client, serials: readonly string[]): Promise<number[]> {
  const lengths: number[] = [];
  const jobs = serials.map((serial) => async () => {
    for (let known = -1; ;) {
      const { historyLength, raw } = await client.workflow.getHandle(submissionWorkflowId(serial)).describe();
      if (historyLength === known && (raw.pendingActivities ?? []).length === 0 && !raw.pendingWorkflowTask) {
        lengths.push(historyLength);
        return;
      }
      known = historyLength;
    }
  });
  await load(8, jobs);
  return lengths;
}

async function accountsOf({ achievementsUrl, secret }: House, id: string): Promise<WindowAccount[]> {
  const answer = await request(`${achievementsUrl}/internal/windows/${id}/accounts`, { headers: { [serviceSecretHeader]: secret } });
  return (await answer.body.json()) as WindowAccount[];
}

function resultOf({ submissions }: WindowCloseSize, rounds: readonly Round[]): WindowCloseResult {
  const of = (pick: (round: Round) => number): Figure => figure(rounds.map(pick));
  return {
    submissions,
    seconds: of((round) => round.seconds),
    followedSeconds: of((round) => round.followedSeconds),
    events: of((round) => round.events),
    windowEvents: of((round) => round.windowEvents),
    mostEventsOfOne: of((round) => round.mostEventsOfOne),
    startedBefore: of((round) => round.startedBefore),
    outcomes: rounds.at(-1)?.outcomes ?? {},
    residual: Math.max(...rounds.map(({ residual }) => residual)),
    busyBefore: of((round) => round.busyBefore),
  };
}

/** The account comes out even at every organisation, and no history grows without bound. */
export function missedByWindowClose({ residual, windowEvents, submissions }: WindowCloseResult): string[] {
  const goals: [string, boolean][] = [
    [`the whole account is even: residual ${residual}`, residual === 0],
    [`the window's history stays below one event for ten submissions: ${windowEvents.max}`, windowEvents.max <= 200 + submissions / 10],
  ];
  return goals.filter(([, met]) => !met).map(([goal]) => goal);
}
