/**
 * One submission 申报, from the unit's submit to the ministry's acknowledgement (S28–S34, S62–S67): one workflow for its whole life, rounds inside.
 * People act through the ledger, which judges and records; each act arrives here as a numbered fact, and nothing here judges.
 * Where nobody moves time steps in: late escalates and never decides (P31), a cut-off carries over (P13), publicity's end registers (P33)
 * unless an objection holds it.
 * Operators may look (progress), hold back time (pause, resume), or have all facts read again under the present code (refresh).
 * It ends when it is reported, rejected, withdrawn, closed or cancelled; a correction or cancellation afterwards starts it anew, to end at once.
 */
import { dueBy, isOver, stageRules, taskQueues } from '@dengke/contract';
import type { AchievementsActivities, SubmissionFact, SubmissionInput, SubmissionOutcome } from '@dengke/contract';
import { submissionFacts } from '@dengke/contract/messages';
import { makeContinueAsNewFunc, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { hasCome, Journey } from '../following/journey';
import { patience } from '../following/patience';
import { submissionBoard } from './submission-board';

type SubmissionJourney = Journey<SubmissionFact>;

const achievements = proxyActivities<AchievementsActivities>({ taskQueue: taskQueues.achievements, ...patience });

export async function submission({ serial, pausedFor }: SubmissionInput): Promise<SubmissionOutcome> {
  const journey = await followed(serial, pausedFor).begin();
  while (!isOver(journey.last.state)) {
    if (journey.last.state === 'in-review') {
      await stageEnds(journey);
    }
    if (journey.last.state === 'returned') {
      await amendment(journey);
    }
    if (journey.last.state === 'suspected') {
      await suspicion(journey);
    }
    if (journey.last.state === 'in-publicity') {
      await publicity(journey);
    }
    if (journey.last.state === 'registered') {
      await reportUp(journey);
    }
    if (journey.startsAfresh && !isOver(journey.last.state)) {
      await journey.conclude();
      await makeContinueAsNewFunc<typeof submission>(carriedOn())({ serial, ...journey.pause });
    }
  }
  await journey.conclude();
  const { state, number, registrationNumber } = journey.last;
  return { serial, state, lastFact: number, registrationNumber };
}

function followed(serial: string, pausedFor: string | undefined): SubmissionJourney {
  const factsAfter = (after: number) =>
    achievements.factsAfter.executeWithOptions({ summary: `facts after ${after}` }, [{ serial, after }]);
  return new Journey({ factsSignal: submissionFacts, factsAfter, show: submissionBoard() }, pausedFor);
}

/** Its page in the portal, for operators. */
function carriedOn(): { memo?: Record<string, unknown> } {
  const { memo } = workflowInfo();
  return memo === undefined ? {} : { memo };
}

/** The present desk has it: until it decides, the window cuts off (P13) or the desk is late (P31). */
async function stageEnds(journey: SubmissionJourney): Promise<void> {
  await decision(journey, `${stageRules[journey.last.stage ?? 'unit'].label} decides`);
}

/** The completer mends it. The cut-off passes here too: it then goes on as rolling. Afterwards it resumes where it was returned (P26). */
async function amendment(journey: SubmissionJourney): Promise<void> {
  await decision(journey, 'the completer resubmits');
}

async function decision(journey: SubmissionJourney, awaited: string): Promise<void> {
  const { cutOffAt, dueAt } = journey.last;
  const decidedInTime = await journey.movedBefore(dueBy(dueAt, cutOffAt), awaited);
  if (decidedInTime) {
    return;
  }
  if (cutOffAt !== null && hasCome(cutOffAt)) {
    await timeActs(journey, 'carryOver', cutOff(journey));
  } else {
    await timeActs(journey, 'escalate', late(journey));
  }
}

/** A suspicion of secrecy: nothing is due until the department has cleared or excluded it (P17). A cut-off that passes is the window's to settle. */
async function suspicion(journey: SubmissionJourney): Promise<void> {
  await journey.movedBefore(null, 'the department clears or excludes it');
}

/** Publicity 公示: when it ends the ledger registers (P33, P34), unless an objection holds it: then the registrar has it. */
async function publicity(journey: SubmissionJourney): Promise<void> {
  if (journey.last.held === true) {
    await objectionDecided(journey);
    return;
  }
  const movedBefore = await journey.movedBefore(journey.last.dueAt, 'publicity ends');
  if (!movedBefore) {
    await timeActs(journey, 'register', 'publicity has ended');
  }
}

/** 争议未解决前不予登记: time only reminds and escalates, the registrar decides (P33, P31). */
async function objectionDecided(journey: SubmissionJourney): Promise<void> {
  const decidedInTime = await journey.movedBefore(journey.last.dueAt, 'the objection is decided');
  if (!decidedInTime) {
    await timeActs(journey, 'escalate', 'late: the objection');
  }
}

/** Reported once; then it is the ministry's turn. A return there reopens only this: number and approval stay (P37). */
async function reportUp(journey: SubmissionJourney): Promise<void> {
  const { stage, at, dueAt } = journey.last;
  if (stage === null) {
    const movedBefore = await journey.movedBefore(at, 'is reported up');
    if (!movedBefore) {
      await timeActs(journey, 'reportUp', 'registered, on to the ministry');
    }
    return;
  }
  const answeredInTime = await journey.movedBefore(dueAt, `${stageRules[stage].label} answers`);
  if (!answeredInTime) {
    await timeActs(journey, 'escalate', late(journey));
  }
}

type ActOfTime = 'escalate' | 'carryOver' | 'register' | 'reportUp';

async function timeActs(journey: SubmissionJourney, act: ActOfTime, summary: string): Promise<void> {
  const { serial } = journey.last;
  await journey.timeActs((due) => achievements[act].executeWithOptions({ summary }, [{ serial, ...due }]));
}

const whoHasIt = ({ last }: SubmissionJourney): string => (last.stage === null ? 'the completer' : `the ${last.stage} stage`);
const late = (journey: SubmissionJourney): string => `late: ${whoHasIt(journey)}`;
const cutOff = (journey: SubmissionJourney): string => `cut off: ${whoHasIt(journey)}`;
