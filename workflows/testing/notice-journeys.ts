import { noticeWorkflowId, reminderRoundWorkflowId } from '@dengke/contract';
import { addDays, dayOf } from './instants';
import { issue } from './issue';
import { until } from './until';
import type { World } from './world';

type Journey = (world: World) => Promise<string>;

const addressees = ['county-1', 'county-2', 'county-3', 'county-4', 'county-5', 'county-6'];

/** One journey per outcome of a letter and per way of getting there, and a round that reminds of an answer. */
export const noticeJourneys: Readonly<Record<string, Journey>> = {
  'notice-due': due,
  'notice-unasked': unasked,
  'notice-withdrawn': withdrawn,
  'notice-refreshed': refreshed,
  'reminder-round-with-notices': roundWithNotices,
};

async function asking(world: World, id: string, days: number): Promise<string> {
  const dueOn = dayOf(addDays(await world.now(), days));
  await issue(world, { id, issuerId: 'bureau-changzhi', addressees, form: 'liaison', dueOn });
  return noticeWorkflowId(id);
}

/** Urged, answered by one, due; answers by another later. */
async function due(world: World): Promise<string> {
  const subject = await asking(world, 'N-1', 5);
  const { notices } = world.ledger;
  notices.copyAct('N-1', 'county-1', 'sign');
  notices.copyAct('N-1', 'county-1', 'answer');
  notices.act('N-1', 'urge', await world.now());
  await world.rest();
  await world.pass(7);
  return subject;
}

async function unasked(world: World): Promise<string> {
  await issue(world, { id: 'N-2', issuerId: 'organiser-1', addressees });
  return noticeWorkflowId('N-2');
}

async function withdrawn(world: World): Promise<string> {
  const subject = await asking(world, 'N-3', 30);
  world.ledger.notices.act('N-3', 'withdraw', await world.now());
  await world.rest();
  return subject;
}

async function refreshed(world: World): Promise<string> {
  const subject = await asking(world, 'N-4', 3);
  await world.refresh(subject);
  await world.pass(5);
  return subject;
}

async function roundWithNotices(world: World): Promise<string> {
  await asking(world, 'N-5', 1);
  const rounds = await world.startRounds(addDays(await world.now(), 3));
  await world.pass(3);
  await until('the rounds are over', async () => (await rounds.describe()).status.name === 'COMPLETED');
  return reminderRoundWorkflowId;
}
