import { rm } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { aChromium, announce, demonstrationPeople, Findings, somebodyAt, Visitor } from '@dengke/e2e';
import { localDirectory, startStack } from '@dengke/local';
import type { StackAddresses } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import type { Browser } from 'playwright-core';
import { LoadedWindow } from './loaded-window';
import { figure } from './measure';
import type { Figure } from './measure';
import { Ours } from './ours';
import { fast3G, paintsOf, scriptBytesOf, scrolledThrough, slowedCpu } from './slow-browser';
import type { Opened } from './slow-browser';

const goals = { queueScriptBytes: 400 * 1024, publicScriptBytes: 130 * 1024, cold: 4_000, warm: 1_500, longTasksMs: 100 };
const desk = 'org-changzhi-energy';
const bodyOfPage = 'main h1';

/** What a stranger opens, each until its heading is there, and the page that signs in. */
const forEverybody: readonly Opened[] = [
  ...['/', '/guide', '/windows', '/publicity', '/notices/public', '/register', '/certificates', '/objection-standing', '/channels'],
  ...['/apply', '/apply/organiser', '/apply/standing', '/sign-in', '/first-password'],
].map((path) => ({ path, shows: bodyOfPage }));

/** Where somebody begins; of those with lists the one that says most. */
const painted = ['/', '/guide', '/register', '/sign-in'];

export interface PortalSize {
  repetitions: number;
  /** How many wait at the desk. */
  rows: number;
}

type When = 'cold' | 'second' | 'warm';
type Paints = Record<When, Figure>;

export interface PortalResult {
  rows: number;
  /** Gzipped, of every script that the browser loaded. */
  queueScriptBytes: number;
  /** Of the heaviest page. */
  publicScriptBytes: number;
  scriptBytesByPage: Record<string, number>;
  slowed: typeof fast3G & { cpu: number };
  /** Of the slowest page in each repetition. */
  largestContentfulPaint: Paints & { byPage: Record<string, Paints> };
  /** The longest while all rows were scrolled through, on a processor that is not slowed; 0 where none took 50 ms. */
  longTasksMs: Figure;
  /** The most rows that the page held. */
  rowsHeld: number;
  /** Of the machine, a minute's average when each repetition began, over its cores: above 1 others were at work. */
  busyBefore: Figure;
}

interface Round {
  paints: Record<string, Record<When, number>>;
  longest: number;
  rowsHeld: number;
  busyBefore: number;
}

/** What a browser loads and how soon it shows it, for strangers and for a desk at which thousands wait. */
export async function measurePortal(size: PortalSize, say: (line: string) => void): Promise<PortalResult> {
  const dir = join(localDirectory(), 'bench');
  await rm(dir, { recursive: true, force: true });
  const stack = await startStack({
    ...{ dir, temporal: 'dev', profile: 'local', supervise: false },
    env: { gateway: { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' } },
  });
  const { publicUrl } = stack.addresses;
  const browser = await aChromium(say);
  try {
    await announce(publicUrl);
    await loadQueue(stack.addresses, size.rows);
    const queue = await queueOf(browser, publicUrl);
    await machineRests(say);
    const scriptBytesByPage: Record<string, number> = {};
    for (const opened of [...forEverybody, queue]) {
      scriptBytesByPage[opened.path] = await scriptBytesOf(browser, publicUrl, opened);
    }
    const rounds: Round[] = [];
    for (let repetition = 1; repetition <= size.repetitions; repetition += 1) {
      rounds.push(await once(browser, publicUrl, queue, size.rows));
      say(`repetition ${repetition} of ${size.repetitions}: ${JSON.stringify(rounds.at(-1))}`);
    }
    return resultOf(size.rows, queue.path, scriptBytesByPage, rounds);
  } finally {
    await browser.close();
    await stack.stop();
  }
}

/** Copies of one that was walked to the desk, as rows alone: nothing follows them, so that nothing but the page is measured. */
async function loadQueue({ publicUrl, temporalAddress, payloadKeysFile, databaseUrls }: StackAddresses, rows: number): Promise<void> {
  const connection = await Connection.connect({ address: temporalAddress });
  const ours = await Ours.signIn(publicUrl, new Client({ connection, dataConverter: sealedPayloads(payloadKeysFile) }));
  const loaded = await LoadedWindow.on(databaseUrls['achievements'] ?? '');
  const [, atDesk = ''] = await ours.standing();
  const [opensAt, cutOffAt] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 30 * 86_400_000)];
  const window = { id: 'bench-0001', opensAt, cutOffAt };
  await loaded.announce(window);
  await loaded.fill(window, [await loaded.pattern(atDesk)], rows, 'rows');
  await Promise.all([loaded.close(), ours.leave()]);
  await connection.close();
}

/** What was put in is still digested for a while; whatever else works here would be measured too. */
async function machineRests(say: (line: string) => void): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const before = workedMillis();
    await pause(2_000);
    const busy = (workedMillis() - before) / (2_000 * cpus().length);
    if (busy < 0.15) {
      return;
    }
  }
  say('the machine does not come to rest: what is measured is too slow');
}

const workedMillis = (): number => cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);

/** The queue of somebody who signs in once: each code opens once. */
async function queueOf(browser: Browser, address: string): Promise<Opened> {
  const people = await demonstrationPeople();
  const visitor = await Visitor.with(browser, { address, pictures: null }, new Findings());
  await visitor.open('/review');
  await visitor.signInAs(somebodyAt(people, desk, 'manager'), people.password);
  await visitor.page.locator('.queue li').first().waitFor();
  const kept = await visitor.kept();
  await visitor.leave();
  return { path: '/review', shows: '.queue li', kept };
}

async function once(browser: Browser, address: string, queue: Opened, rows: number): Promise<Round> {
  const busyBefore = (loadavg()[0] ?? 0) / cpus().length;
  const paints: Round['paints'] = {};
  for (const opened of [...forEverybody.filter(({ path }) => painted.includes(path)), queue]) {
    paints[opened.path] = await paintsOf(browser, address, opened);
  }
  return { paints, ...(await scrolledThrough(browser, address, queue, rows)), busyBefore };
}

function resultOf(rows: number, queue: string, scriptBytesByPage: Record<string, number>, rounds: readonly Round[]): PortalResult {
  const paintsOver = (pick: (paints: Round['paints'], when: When) => number): Paints => ({
    cold: figure(rounds.map(({ paints }) => pick(paints, 'cold'))),
    second: figure(rounds.map(({ paints }) => pick(paints, 'second'))),
    warm: figure(rounds.map(({ paints }) => pick(paints, 'warm'))),
  });
  const pages = Object.keys(rounds[0]?.paints ?? {});
  return {
    rows,
    queueScriptBytes: scriptBytesByPage[queue] ?? NaN,
    publicScriptBytes: Math.max(...forEverybody.map(({ path }) => scriptBytesByPage[path] ?? NaN)),
    scriptBytesByPage,
    slowed: { ...fast3G, cpu: slowedCpu },
    largestContentfulPaint: {
      ...paintsOver((paints, when) => Math.max(...Object.values(paints).map((one) => one[when]))),
      byPage: Object.fromEntries(pages.map((page) => [page, paintsOver((paints, when) => paints[page]?.[when] ?? NaN)])),
    },
    longTasksMs: figure(rounds.map(({ longest }) => longest)),
    rowsHeld: Math.max(...rounds.map(({ rowsHeld }) => rowsHeld)),
    busyBefore: figure(rounds.map(({ busyBefore }) => busyBefore)),
  };
}

/** The goals of docs/benchmarks.md, “The portal”, for the page of whoever opens it every day. */
export function missedByPortal({ queueScriptBytes, publicScriptBytes, largestContentfulPaint, longTasksMs }: PortalResult): string[] {
  const measured = {
    ...{ queueScriptBytes, publicScriptBytes, longTasksMs: longTasksMs.median },
    ...{ cold: largestContentfulPaint.cold.median, warm: largestContentfulPaint.warm.median },
  };
  const names = Object.keys(goals) as (keyof typeof goals)[];
  return names.filter((name) => !(measured[name] <= goals[name])).map((name) => `${name} ≤ ${goals[name]}: ${measured[name]}`);
}
