import { shownDay } from '@dengke/calendar';
import { correctionWorkflowId } from '@dengke/contract';
import type { PlainDate, Rung } from '@dengke/contract';
import type { Links } from '../mail/links';
import { applicationNamed } from '../telling/application-teller';

export interface DigestItem {
  subject: string;
  rung: Rung;
  dueOn: PlainDate;
  /** Past the calendar's horizon: it is counted anew when that year is loaded (P40). */
  provisional?: boolean;
  /** The day whose rung it is: earlier than the digest's where one could not be sent. */
  remindedOn: PlainDate;
}

export interface DigestText {
  subject: string;
  body: string;
  counts: { overdue: number; today: number; soon: number };
}

const MOST_LISTED = 20;

/** What one person has to do by when: counts first, then the most urgent with their links. Serials, kinds of what is due and dates only. */
export function digestText(items: readonly DigestItem[], on: PlainDate, links: Links): DigestText {
  const ordered = [...items].sort((a, b) => inOrder(a.dueOn, b.dueOn) || inOrder(a.subject, b.subject));
  const counts = { overdue: 0, today: 0, soon: 0 };
  ordered.forEach((item) => (counts[urgencyOf(item, on)] += 1));
  const subject = `待办提醒：${summary(counts)}`;
  const listed = ordered.slice(0, MOST_LISTED).map((item) => lineOf(item, on, links));
  const rest = ordered.length - listed.length;
  const more = rest > 0 ? [`另有${rest}件，请到待办列表查看。`] : [];
  return {
    subject,
    counts,
    body: [`您有${ordered.length}件事项需要办理：${summary(counts)}。`, '', ...listed, ...more, '', `待办列表：${links.queue()}`].join(
      '\n',
    ),
  };
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

type Urgency = keyof DigestText['counts'];

/** By the rung of the day; a rung of an earlier day says no more how far it is, but the due day does. */
function urgencyOf({ rung, dueOn, remindedOn }: DigestItem, on: PlainDate): Urgency {
  if (remindedOn < on) {
    return dueOn < on ? 'overdue' : dueOn === on ? 'today' : 'soon';
  }
  return rung.startsWith('overdue-') ? 'overdue' : rung === 'due-day' ? 'today' : 'soon';
}

function summary({ overdue, today, soon }: DigestText['counts']): string {
  return [overdue > 0 ? `逾期${overdue}件` : '', today > 0 ? `今天到期${today}件` : '', soon > 0 ? `即将到期${soon}件` : '']
    .filter((part) => part !== '')
    .join('，');
}

function lineOf(item: DigestItem, on: PlainDate, links: Links): string {
  const [what, link] = namedOf(item.subject, links);
  return `· ${what}，${shownDay(item.dueOn)}${item.provisional ? '（暂定）' : ''}到期（${howFar(item, on)}） ${link}`;
}

/** What a deadline's subject is called, and where it is looked at. */
export function namedOf(subject: string, links: Links): [what: string, link: string] {
  const application = applicationNamed(subject);
  if (application !== null) {
    return [application.what, links.application(subject)];
  }
  const correction = correctionWorkflowId('');
  if (subject.startsWith(correction)) {
    return ['更正申请', links.correction(subject.slice(correction.length))];
  }
  const [kind, id = ''] = subject.split('/');
  if (kind === 'notice') {
    return ['通知办理', links.notice(id)];
  }
  const serial = subject.replace(/^submission\//, '');
  return [`申报${serial}`, links.submission(serial)];
}

function howFar(item: DigestItem, on: PlainDate): string {
  const days = /\d+$/.exec(item.rung)?.[0] ?? '';
  const exactly: Record<Urgency, string> = { overdue: `已逾期${days}个工作日`, today: '今天', soon: `还有${days}个工作日` };
  const roughly: Record<Urgency, string> = { overdue: '已逾期', today: '今天', soon: '即将到期' };
  return (item.remindedOn < on ? roughly : exactly)[urgencyOf(item, on)];
}
