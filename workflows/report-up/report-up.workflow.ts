/**
 * One bundle of what is reported up to the ministry's registry (S34, S67, P37), from its first item to the last one answered.
 * Items come into it by the acts of their submissions, in the database; nobody reports to this workflow.
 * Time closes it, has it sealed, and sends it and asks for answers until they are there: a registry that is away only makes it wait, for ever if need be.
 * Each answer goes to the judge of the submission and comes back as a fact. Operators may look, pause, resume, refresh, and have it tried now.
 * It ends settled: every item acknowledged, or returned and so the department's to report again in another bundle.
 */
import { taskQueues } from '@dengke/contract';
import type {
  AchievementsActivities,
  Instant,
  ReportTry,
  ReportUpFact,
  ReportUpInput,
  ReportUpResult,
  TimedReportAct,
} from '@dengke/contract';
import { reportUpFacts, retryNow } from '@dengke/contract/messages';
import { ApplicationFailure, continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import { Journey } from '../following/journey';
import { patience } from '../following/patience';
import { reportUpBoard } from './report-up-board';
import type { Trying } from './report-up-board';

type ReportJourney = Journey<ReportUpFact>;

const achievements = proxyActivities<AchievementsActivities>({ taskQueue: taskQueues.achievements, ...patience });
/** Files are put together and sent: that takes as long as they are large. */
const laborious = proxyActivities<AchievementsActivities>({ taskQueue: taskQueues.achievements, ...patience, startToCloseTimeout: '5m' });

export async function reportUp({ bundleId, pausedFor }: ReportUpInput): Promise<ReportUpResult> {
  const trying: Trying = { nextAt: null, fault: null, inVain: 0 };
  const journey = await followed(bundleId, pausedFor, trying).begin();
  while (!isSettled(journey)) {
    if (journey.last.state === 'collecting') {
      await comes(journey, journey.last.closesAt, 'takes no more', (act) => achievements.closeReport(act));
    }
    if (journey.last.state === 'closed') {
      await comes(journey, journey.last.closesAt, 'is sealed', (act) => laborious.sealReport(act));
    }
    if (journey.last.state === 'sealed') {
      await tries(journey, trying, 'is sent', (act) => laborious.sendReport(act));
    }
    if (journey.last.state === 'sent') {
      await tries(journey, trying, 'the registry is asked', (act) => laborious.askReport(act));
    }
    if (journey.startsAfresh && !isSettled(journey)) {
      await journey.conclude();
      await continueAsNew<typeof reportUp>({ bundleId, ...journey.pause });
    }
  }
  await journey.conclude();
  return { bundleId, state: journey.last.state, items: journey.last.items };
}

function followed(bundleId: string, pausedFor: string | undefined, trying: Trying): ReportJourney {
  const factsAfter = (after: number) =>
    achievements.reportUpFactsAfter.executeWithOptions({ summary: `facts after ${after}` }, [{ bundleId, after }]);
  const journey = new Journey({ factsSignal: reportUpFacts, factsAfter, show: reportUpBoard(trying) }, pausedFor);
  setHandler(retryNow, () => journey.hurry(), {
    description: 'Send, or ask, now instead of at the next try',
    validator: () => mayHurry(trying),
  });
  return journey;
}

function mayHurry({ nextAt }: Trying): void {
  if (nextAt === null) {
    throw ApplicationFailure.nonRetryable('Nothing is being tried again', 'ACT_NOT_PERMITTED');
  }
}

/** Once, when its instant has come. */
async function comes(
  journey: ReportJourney,
  at: Instant,
  meaning: string,
  act: (due: TimedReportAct) => Promise<ReportUpFact[]>,
): Promise<void> {
  const movedBefore = await journey.movedBefore(at, meaning);
  if (!movedBefore) {
    const { bundleId } = journey.last;
    await journey.timeActs((due) => act({ bundleId, ...due }));
  }
}

/** Until something comes back: what came of each try says when the next one is. */
async function tries(
  journey: ReportJourney,
  trying: Trying,
  meaning: string,
  act: (due: TimedReportAct) => Promise<ReportTry>,
): Promise<void> {
  const { bundleId, number, at } = journey.last;
  const movedBefore = await journey.movedBefore(trying.nextAt ?? at, meaning);
  if (movedBefore) {
    return;
  }
  await journey.does(async () => {
    const came = await act({ bundleId, after: number, at: new Date(Date.now()).toISOString() });
    Object.assign(trying, { nextAt: came.nextAt, fault: came.fault, inVain: came.fault === null ? 0 : trying.inVain + 1 });
    journey.facts.note(came.facts);
  });
  await journey.follow();
}

const isSettled = ({ last }: ReportJourney): boolean => last.state === 'settled';
