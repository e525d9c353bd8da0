/**
 * One application to be an organiser 组织管理部门申请表 (附件2, S59), from its receipt to the department's decision.
 * The department's super administrator decides within seven working days of receipt, the day of receipt not counted (S60, P9, P39).
 * Late tells and decides nothing (P31): only people approve or refuse.
 * The applicant may withdraw until the department has opened it. Operators may look, pause, resume, refresh.
 * It ends approved, with the organiser's node and super administrator in place, or refused, or withdrawn.
 */
import { isApplicationOver, organiserApplicationWorkflowId } from '@dengke/contract';
import type { ApplicationInput, ApplicationOutcome } from '@dengke/contract';
import { continueAsNew } from '@temporalio/workflow';
import { deskDecides, followedApplication } from '../following/applications';

export async function organiserApplication({ id, pausedFor }: ApplicationInput): Promise<ApplicationOutcome> {
  const journey = await followedApplication(organiserApplicationWorkflowId(id), pausedFor).begin();
  while (!isApplicationOver(journey.last.state)) {
    await deskDecides(journey, 'new-organiser');
    if (journey.startsAfresh && !isApplicationOver(journey.last.state)) {
      await journey.conclude();
      await continueAsNew<typeof organiserApplication>({ id, ...journey.pause });
    }
  }
  await journey.conclude();
  return { id, state: journey.last.state, lastFact: journey.last.number };
}
