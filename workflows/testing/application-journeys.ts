import { credentialApplicationWorkflowId, organiserApplicationWorkflowId, reminderRoundWorkflowId } from '@dengke/contract';
import type { ApplicationAct } from '@dengke/contract';
import { addDays, dayOf } from './instants';
import { until } from './until';
import type { World } from './world';

type Journey = (world: World) => Promise<string>;

const acts =
  (subject: string, ...taken: Array<ApplicationAct | number>): Journey =>
  async (world) => {
    await world.apply(subject);
    for (const act of taken) {
      if (typeof act === 'number') {
        await world.pass(act);
      } else {
        world.ledger.applications.act(subject, act, await world.now());
        await world.rest();
      }
    }
    return subject;
  };

const credential = (id: string, ...taken: Array<ApplicationAct | number>) => acts(credentialApplicationWorkflowId(id), ...taken);
const organiser = (id: string, ...taken: Array<ApplicationAct | number>) => acts(organiserApplicationWorkflowId(id), ...taken);

/** One journey per outcome of an application and per way of getting there, and a round that reminds of some. */
export const applicationJourneys: Readonly<Record<string, Journey>> = {
  'credential-active': credential('H-1', 'issue', 1, 'activate'),
  'credential-expired-and-issued-again': credential('H-2', 'issue', 4, 'issue', 1, 'activate'),
  'credential-refused': credential('H-3', 'redirect', 'refuse'),
  'credential-withdrawn': credential('H-4', 1, 'withdraw'),
  'credential-escalated': credential('H-5', 9, 'refuse'),
  'credential-refreshed': refreshed,
  'organiser-approved': organiser('H-1', 'open', 2, 'approve'),
  'organiser-refused': organiser('H-2', 'open', 'refuse'),
  'organiser-withdrawn': organiser('H-3', 'withdraw'),
  'organiser-escalated': organiser('H-4', 12, 'open', 'approve'),
  'organiser-rebuilt': rebuilt,
  'reminder-round-with-applications': roundWithApplications,
};

async function refreshed(world: World): Promise<string> {
  const subject = await credential('H-6')(world);
  await world.refresh(subject);
  await world.pass(9);
  world.ledger.applications.act(subject, 'issue', await world.now());
  await world.rest();
  return subject;
}

/** Thrown away while it waited, started again by its last fact when its due day had passed. */
async function rebuilt(world: World): Promise<string> {
  const subject = await organiser('H-5')(world);
  await world.client.workflow.getHandle(subject).terminate('thrown away');
  await world.pass(12);
  await world.signalApplication([world.ledger.applications.last(subject)]);
  await world.rest();
  world.ledger.applications.act(subject, 'refuse', await world.now());
  await world.rest();
  return subject;
}

async function roundWithApplications(world: World): Promise<string> {
  const now = await world.now();
  const tomorrow = dayOf(addDays(now, 1));
  for (const deadlineId of ['A1', 'A2', 'A3']) {
    const due = { organisationId: null, personId: 'super-admin', startOn: dayOf(now), dueOn: tomorrow };
    world.ledger.reminders.elsewhere.push({
      deadlineId,
      subject: organiserApplicationWorkflowId(deadlineId),
      ...due,
      rungs: { [tomorrow]: 'due-day' },
    });
  }
  const rounds = await world.startRounds(addDays(now, 3));
  await world.pass(3);
  await until('the rounds are over', async () => (await rounds.describe()).status.name === 'COMPLETED');
  return reminderRoundWorkflowId;
}
