import {
  calendarChangeWorkflowId,
  reminderRoundWorkflowId,
  reportUpWorkflowId,
  submissionWorkflowId,
  windowWorkflowId,
} from '@dengke/contract';
import type { CollectionWindow, DueReminder, PlainDate, SubmissionAct } from '@dengke/contract';
import { applicationJourneys } from './application-journeys';
import { correctionJourneys } from './correction-journeys';
import { windowOf } from './h1-2023';
import type { WindowDates } from './h1-2023';
import { dayOf, addDays } from './instants';
import { noticeJourneys } from './notice-journeys';
import { rBureau, rCity } from './routes';
import { until } from './until';
import type { World } from './world';

/** A journey whose history is archived: plays it to its end and answers the workflow's id. */
type Journey = (world: World) => Promise<string>;

const acts =
  (serial: string, ...taken: Array<SubmissionAct | number>): Journey =>
  async (world) => {
    await world.submit({ serial, legs: rCity });
    for (const act of taken) {
      await (typeof act === 'number' ? world.pass(act) : world.act(serial, act));
    }
    return submissionWorkflowId(serial);
  };

const toApproval: SubmissionAct[] = ['release', 'recommend', 'recommend', 'approve'];

/** One journey per outcome and per way of getting there; the ledger has 30 days of publicity. */
export const journeys: Readonly<Record<string, Journey>> = {
  'registered-and-reported': acts('H-0001', ...toApproval, 31, 'acknowledge'),
  'in-publicity': acts('H-0002', ...toApproval, 5),
  'returned-and-resumed': acts('H-0003', 'release', 'return', 2, 'resubmit', 'recommend'),
  'returned-twice': acts('H-0004', 'release', 'return', 1, 'resubmit', 'return', 1, 'resubmit', 'recommend'),
  rejected: acts('H-0005', 'release', 'recommend', 'reject'),
  withdrawn: acts('H-0006', 'withdraw'),
  closed: acts('H-0007', 'release', 'return', 12, 'close'),
  escalated: acts('H-0008', 'release', 11, 'urge', 'recommend'),
  'ministry-return': acts('H-0009', ...toApproval, 31, 'returnReport', 'reportAgain', 'acknowledge'),
  'ministry-late': acts('H-0010', ...toApproval, 45, 'acknowledge'),
  'suspected-and-cleared': acts('H-0017', 'release', 4, 'suspect', 20, 'clear', 7, 'reject'),
  'suspected-and-excluded': acts('H-0018', 'release', 'suspect', 3, 'exclude'),
  'held-and-registered': acts('H-0017', ...toApproval, 5, 'hold', 28, 'overrule', 'acknowledge'),
  upheld: acts('H-0018', ...toApproval, 5, 'hold', 2, 'uphold'),
  'carried-over': carriedOver,
  rerouted,
  'taken-over': takenOver,
  rebuilt,
  refreshed,
  paused,
  window,
  'report-up': reportedUp,
  'reminder-round': reminderRound,
  'calendar-change': calendarChange,
  ...applicationJourneys,
  ...correctionJourneys,
  ...noticeJourneys,
};

/** A window from today, by days from today. */
async function windowFromToday(
  world: World,
  id: string,
  days: { opensOn: number; cutOffOn: number },
  earlier: ReadonlyArray<readonly [string, number]> = [],
): Promise<CollectionWindow> {
  const today = await world.now();
  const day = (after: number): PlainDate => dayOf(addDays(today, after));
  const { opensOn, cutOffOn } = days;
  const dates: WindowDates = {
    resultFrom: '2023-01-01',
    resultTo: '2023-06-30',
    announcedOn: day(0),
    opensOn: day(opensOn),
    cutOffOn: day(cutOffOn),
    paperFrom: day(cutOffOn + 3),
    paperTo: day(cutOffOn + 4),
  };
  return windowOf(
    id,
    dates,
    earlier.map(([organisationId, after]) => [organisationId, day(after)] as const),
  );
}

async function carriedOver(world: World): Promise<string> {
  const window = await windowFromToday(world, 'H', { opensOn: 0, cutOffOn: 3 });
  await world.submit({ serial: 'H-0011', legs: rBureau, window });
  await world.act('H-0011', 'release');
  await world.pass(12);
  await world.act('H-0011', 'recommend');
  return submissionWorkflowId('H-0011');
}

/** Late at the bureau of the new route, not by the deadline of the old one. */
async function rerouted(world: World): Promise<string> {
  await acts('H-0015', 'release', 6)(world);
  await world.graphsChange((ledger, at) => ledger.reroute('H-0015', rBureau, at));
  await world.pass(11);
  await world.act('H-0015', 'reject');
  return submissionWorkflowId('H-0015');
}

async function takenOver(world: World): Promise<string> {
  await acts('H-0016', 'release', 6)(world);
  await world.graphsChange((ledger, at) => ledger.takeOver('H-0016', 'bureau-changzhi', 'bureau-jincheng', at));
  await world.pass(5);
  await world.act('H-0016', 'withdraw');
  return submissionWorkflowId('H-0016');
}

/** Thrown away after its release, started again by its second fact, late at the municipality. */
async function rebuilt(world: World): Promise<string> {
  await acts('H-0012', 'release')(world);
  await world.submission('H-0012').terminate('thrown away');
  await world.signal([world.ledger.submissions.last('H-0012')]);
  await world.pass(11);
  await world.act('H-0012', 'withdraw');
  return submissionWorkflowId('H-0012');
}

async function refreshed(world: World): Promise<string> {
  await acts('H-0013', 'release')(world);
  await world.refresh(submissionWorkflowId('H-0013'));
  await world.pass(11);
  await world.act('H-0013', 'reject');
  return submissionWorkflowId('H-0013');
}

async function paused(world: World): Promise<string> {
  await acts('H-0014')(world);
  await world.submission('H-0014').executeUpdate('pause', { args: [{ reason: 'inspection' }] });
  await world.pass(8);
  await world.submission('H-0014').executeUpdate('resume');
  await world.rest();
  return submissionWorkflowId('H-0014');
}

async function window(world: World): Promise<string> {
  const several = await windowFromToday(world, 'W', { opensOn: 1, cutOffOn: 9 }, [['organiser-1', 6]]);
  await world.announce(several);
  await world.pass(2);
  for (const serial of ['W-0001', 'W-0002', 'W-0003']) {
    await world.submit({ serial, legs: rBureau, window: several });
  }
  await world.pass(14);
  return windowWorkflowId('W');
}

/** Two in one bundle: its reply lost, asked about until it is decided, one of them returned and sent again with the next. */
async function reportedUp(world: World): Promise<string> {
  const { reports } = world.ledger;
  reports.isOn = true;
  Object.assign(reports.registry, { losesReplies: 1, decidesAfterAsked: 2 });
  reports.registry.returns.add('U-0001');
  for (const serial of ['U-0001', 'U-0002']) {
    await acts(serial, ...toApproval)(world);
  }
  await world.pass(31);
  await world.act('U-0001', 'reportAgain');
  await world.pass(1);
  return reportUpWorkflowId('R-000001');
}

async function reminderRound(world: World): Promise<string> {
  const now = await world.now();
  const due: DueReminder = {
    deadlineId: 'D',
    rung: 'due-day',
    subject: 'submission/H-0001',
    organisationId: null,
    personId: 'clerk',
    dueOn: dayOf(now),
  };
  for (let days = 0; days < 4; days += 1) {
    const reminders = ['D1', 'D2', 'D3'].map((deadlineId) => ({ ...due, deadlineId: `${deadlineId}-${days}` }));
    world.ledger.reminders.due.set(dayOf(addDays(now, days)), reminders);
  }
  const rounds = await world.startRounds(addDays(now, 5));
  await world.pass(5);
  await until('the rounds are over', async () => (await rounds.describe()).status.name === 'COMPLETED');
  return reminderRoundWorkflowId;
}

/** Three pages in achievements and one in accounts, with no round to be told. */
async function calendarChange(world: World): Promise<string> {
  world.ledger.calendar.pages.submissions = [2, 0, 1];
  await (await world.startCalendarChange(2)).result();
  return calendarChangeWorkflowId(2);
}
