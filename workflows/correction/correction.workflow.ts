/**
 * One correction 更正 of what is registered (P36), from the unit's request to the department's decision.
 * The department approves it, and the certificate is issued anew, or refuses it; the unit may withdraw it until then.
 * Late tells the department's own super administrator, and silence decides nothing (P31). A cancelled registration ends it too.
 * Operators may look, pause, resume, refresh.
 * It ends approved, refused, withdrawn or lapsed.
 */
import { isCorrectionOver, taskQueues } from '@dengke/contract';
import type { AchievementsActivities, CorrectionFact, CorrectionInput, CorrectionOutcome } from '@dengke/contract';
import { correctionFacts } from '@dengke/contract/messages';
import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import { Journey } from '../following/journey';
import { patience } from '../following/patience';
import { correctionBoard } from './correction-board';

type CorrectionJourney = Journey<CorrectionFact>;

const achievements = proxyActivities<AchievementsActivities>({ taskQueue: taskQueues.achievements, ...patience });

export async function correction({ id, pausedFor }: CorrectionInput): Promise<CorrectionOutcome> {
  const journey = await followed(id, pausedFor).begin();
  while (!isCorrectionOver(journey.last.state)) {
    await departmentDecides(journey);
    if (journey.startsAfresh && !isCorrectionOver(journey.last.state)) {
      await journey.conclude();
      await continueAsNew<typeof correction>({ id, ...journey.pause });
    }
  }
  await journey.conclude();
  return { id, state: journey.last.state, lastFact: journey.last.number };
}

function followed(id: string, pausedFor: string | undefined): CorrectionJourney {
  const factsAfter = (after: number) =>
    achievements.correctionFactsAfter.executeWithOptions({ summary: `facts after ${after}` }, [{ id, after }]);
  return new Journey({ factsSignal: correctionFacts, factsAfter, show: correctionBoard() }, pausedFor);
}

/** The department has it, until it decides or is late. */
async function departmentDecides(journey: CorrectionJourney): Promise<void> {
  const { id, dueAt, deskId } = journey.last;
  const decidedInTime = await journey.movedBefore(dueAt, 'the department decides');
  if (!decidedInTime) {
    await journey.timeActs((due) => achievements.escalateCorrection.executeWithOptions({ summary: `late: ${deskId}` }, [{ id, ...due }]));
  }
}
