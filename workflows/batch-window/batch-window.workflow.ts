/**
 * One collection window 集中受理 (S38, S75–S78), from its announcement to the last paper day; the account and the summary sheets are the ledger's.
 * Nobody submits to it: submissions meet the window in the database, and each knows its own cut-off.
 * Time opens it, settles each cut-off in order, freezes what was recommended (P14), starts the paper days and closes.
 * A registrar's change of dates arrives as a fact: every wait follows the latest dates, and the submissions it binds hear of theirs; past a lost day every limit that ended on it.
 * Operators may look, pause, resume, refresh.
 * It ends closed, with the residual of its account: 0, or something is wrong.
 */
import { movesCutOffs, taskQueues } from '@dengke/contract';
import type { AccountsActivities, AchievementsActivities, BatchWindowInput, Instant, WindowFact, WindowResult } from '@dengke/contract';
import { windowFacts } from '@dengke/contract/messages';
import { continueAsNew, patched, proxyActivities } from '@temporalio/workflow';
import { Journey } from '../following/journey';
import { patience } from '../following/patience';
import { windowBoard } from './window-board';

type WindowJourney = Journey<WindowFact>;

const achievements = proxyActivities<AchievementsActivities>({ taskQueue: taskQueues.achievements, ...patience });
/** What goes through the submissions of a window, page by page or all of them for its account, takes longer than a row does. */
const throughAll = proxyActivities<AchievementsActivities>({
  taskQueue: taskQueues.achievements,
  ...patience,
  startToCloseTimeout: '30s',
});
const accounts = proxyActivities<AccountsActivities>({ taskQueue: taskQueues.accounts, ...patience });

export async function batchWindow({ windowId, pausedFor }: BatchWindowInput): Promise<WindowResult> {
  const journey = await followed(windowId, pausedFor).begin();
  const settled = new Set<Instant>();
  let told = 0;
  while (journey.last.state !== 'closed') {
    told = await datesAreTold(journey, told);
    if (journey.last.state === 'announced') {
      await comes(journey, journey.last.opensAt, 'openWindow');
    }
    if (journey.last.state === 'open') {
      await cutOffsPass(journey, settled);
    }
    if (journey.last.state === 'cut-off') {
      await comes(journey, journey.last.paperFromAt, 'startPaperDays');
    }
    if (journey.last.state === 'paper-days') {
      await comes(journey, journey.last.paperToAt, 'closeWindow');
    }
    if (journey.startsAfresh) {
      await journey.conclude();
      await continueAsNew<typeof batchWindow>({ windowId, ...journey.pause });
    }
  }
  await journey.conclude();
  return { windowId, state: journey.last.state, residual: residualOf(journey) };
}

function followed(windowId: string, pausedFor: string | undefined): WindowJourney {
  const factsAfter = (after: number) =>
    achievements.windowFactsAfter.executeWithOptions({ summary: `facts after ${after}` }, [{ windowId, after }]);
  return new Journey({ factsSignal: windowFacts, factsAfter, show: windowBoard() }, pausedFor);
}

/** Each change of dates in its order, once; told again it is no news to anybody. Answers up to which fact. */
async function datesAreTold(journey: WindowJourney, told: number): Promise<number> {
  const { windowId, number } = journey.last;
  const moves = journey.facts.recent.filter((fact) => fact.number > told && movesCutOffs(fact.act)).reverse();
  for (const { at } of eachOf(moves)) {
    await journey.does(() => everyPage((cursor) => tellCutOffs(windowId, at, cursor)));
  }
  for (const { at } of eachOf(moves.filter(({ act }) => act === 'extend'))) {
    if (patched('applications-past-a-lost-day')) {
      await journey.does(() => applicationsEndLater(windowId, at));
    }
  }
  return number;
}

/** Of several that are heard of together once the last alone was told, and what another gave to a lost day came to nobody. */
const eachOf = (facts: WindowFact[]): WindowFact[] => (facts.length > 1 && !patched('every-change-of-dates') ? facts.slice(-1) : facts);

/** Accounts keeps applications: those whose limit ended on the lost day have as many days more as the window's act gives (P32). */
async function applicationsEndLater(windowId: string, at: Instant): Promise<void> {
  const lost = await achievements.lostDay({ windowId, at });
  if (lost !== null) {
    await everyPage((cursor) => accounts.extendApplications.executeWithOptions({ summary: `past ${lost.on}` }, [{ lost, at, cursor }]));
  }
}

const tellCutOffs = (windowId: string, at: Instant, cursor: string | null): Promise<{ next: string | null }> =>
  throughAll.tellCutOffs.executeWithOptions({ summary: `other cut-offs, from ${cursor ?? 'the first'}` }, [{ windowId, at, cursor }]);

/** Every cut-off in order, the window's own the last (S39, S77); then what was recommended is frozen (P14). */
async function cutOffsPass(journey: WindowJourney, settled: Set<Instant>): Promise<void> {
  const { windowId, cutOffs, opensAt } = journey.last;
  const cutOffAt = cutOffs.find((instant) => !settled.has(instant));
  if (cutOffAt === undefined) {
    await comes(journey, cutOffs.at(-1) ?? opensAt, 'freezeWindow');
    return;
  }
  const changedBefore = await journey.movedBefore(cutOffAt, 'cut-off');
  if (!changedBefore && (await journey.does(() => settle(windowId, cutOffAt)))) {
    settled.add(cutOffAt);
  }
}

/** Page by page; a page settled twice changes nothing. */
const settle = (windowId: string, cutOffAt: Instant): Promise<void> =>
  everyPage((cursor) => {
    const summary = `${cutOffAt} from ${cursor ?? 'the first'}`;
    return throughAll.settleCutOff.executeWithOptions({ summary }, [{ windowId, cutOffAt, cursor }]);
  });

async function everyPage(page: (cursor: string | null) => Promise<{ next: string | null }>): Promise<void> {
  let cursor: string | null = null;
  do {
    cursor = (await page(cursor)).next;
  } while (cursor !== null);
}

/** The account was told when it was frozen. */
function residualOf({ facts }: WindowJourney): number | null {
  return facts.recent.find(({ residual }) => residual !== undefined)?.residual ?? null;
}

type ActOfTime = 'openWindow' | 'freezeWindow' | 'startPaperDays' | 'closeWindow';

async function comes(journey: WindowJourney, at: Instant, act: ActOfTime): Promise<void> {
  const changedBefore = await journey.movedBefore(at, act);
  if (!changedBefore) {
    await timeActs(journey, act);
  }
}

async function timeActs(journey: WindowJourney, act: ActOfTime): Promise<void> {
  const { windowId } = journey.last;
  await journey.timeActs((due) => throughAll[act].executeWithOptions({ summary: act }, [{ windowId, ...due }]));
}
