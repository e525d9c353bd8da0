/**
 * One application for a login 申请用户名及初始密码 (S27, S61, P6), from the request to the first password changed.
 * The desk that unit and area lead to issues or refuses it; late tells the level above, and silence decides nothing (P31).
 * A first password that nobody changed in its 72 hours falls void; then the desk has it again, within a new limit (P8).
 * The applicant may withdraw what is not issued. Operators may look, pause, resume, refresh.
 * It ends active, refused or withdrawn.
 */
import { credentialApplicationWorkflowId, isApplicationOver } from '@dengke/contract';
import type { ApplicationInput, ApplicationOutcome } from '@dengke/contract';
import { continueAsNew } from '@temporalio/workflow';
import { deskDecides, followedApplication, timeActs } from '../following/applications';
import type { ApplicationJourney } from '../following/applications';

export async function credentialApplication({ id, pausedFor }: ApplicationInput): Promise<ApplicationOutcome> {
  const journey = await followedApplication(credentialApplicationWorkflowId(id), pausedFor).begin();
  while (!isApplicationOver(journey.last.state)) {
    if (journey.last.state === 'issued') {
      await firstPasswordIsChanged(journey);
    } else {
      await deskDecides(journey, 'new-credential');
    }
    if (journey.startsAfresh && !isApplicationOver(journey.last.state)) {
      await journey.conclude();
      await continueAsNew<typeof credentialApplication>({ id, ...journey.pause });
    }
  }
  await journey.conclude();
  return { id, state: journey.last.state, lastFact: journey.last.number };
}

/** Handed over once; who signs in with it changes it, or it falls void (P8). */
async function firstPasswordIsChanged(journey: ApplicationJourney): Promise<void> {
  const changedInTime = await journey.movedBefore(journey.last.dueAt, 'the first password is changed');
  if (!changedInTime) {
    await timeActs(journey, 'expire', 'the first password was not used');
  }
}
