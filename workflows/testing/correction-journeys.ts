import { correctionWorkflowId, submissionWorkflowId } from '@dengke/contract';
import type { CorrectionAct, SubmissionAct } from '@dengke/contract';
import { rCity } from './routes';
import type { World } from './world';

type Journey = (world: World) => Promise<string>;
type PersonsAct = Exclude<CorrectionAct, 'ask' | 'escalate'>;

export async function decide(world: World, id: string, act: PersonsAct): Promise<void> {
  world.ledger.corrections.act(id, act, await world.now());
  await world.rest();
}

const correction =
  (id: string, ...taken: Array<PersonsAct | number>): Journey =>
  async (world) => {
    await world.askCorrection(id);
    for (const act of taken) {
      await (typeof act === 'number' ? world.pass(act) : decide(world, id, act));
    }
    return correctionWorkflowId(id);
  };

/** One journey per outcome of a correction and per way there, and a registration that is cancelled while it is reported up. */
export const correctionJourneys: Readonly<Record<string, Journey>> = {
  'correction-approved': correction('H-1', 3, 'approve'),
  'correction-refused': correction('H-2', 'refuse'),
  'correction-withdrawn': correction('H-3', 1, 'withdraw'),
  'correction-lapsed': correction('H-4', 'lapse'),
  'correction-escalated': correction('H-5', 20, 'approve'),
  'correction-refreshed': refreshed,
  'cancelled-while-reported': cancelledWhileReported,
};

async function refreshed(world: World): Promise<string> {
  const workflowId = await correction('H-6')(world);
  await world.refresh(workflowId);
  await world.pass(20);
  await decide(world, 'H-6', 'refuse');
  return workflowId;
}

async function cancelledWhileReported(world: World): Promise<string> {
  await world.submit({ serial: 'H-0017', legs: rCity });
  const acts: Array<SubmissionAct | number> = ['release', 'recommend', 'recommend', 'approve', 31, 'correct', 1, 'cancel'];
  for (const act of acts) {
    await (typeof act === 'number' ? world.pass(act) : world.act('H-0017', act));
  }
  return submissionWorkflowId('H-0017');
}
