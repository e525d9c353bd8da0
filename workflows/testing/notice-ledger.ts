import { loosenedBy, noticeCopyRules, noticeRules } from '@dengke/contract';
import type {
  Instant,
  NoticeAct,
  NoticeCopyAct,
  NoticeCopyState,
  NoticeDemand,
  NoticeFact,
  PlainDate,
  RunningDeadline,
  TimedNoticeAct,
} from '@dengke/contract';
import { dayOf, startOfDay } from './instants';
import { refusal } from './submission-ledger';

export interface SpecLetter extends Partial<NoticeDemand> {
  id: string;
  issuerId: string;
  addressees: readonly string[];
  /** The letter it encloses. */
  encloses?: string;
}
interface Letter extends NoticeDemand {
  issuerId: string;
  copies: Map<string, NoticeCopyState>;
  facts: NoticeFact[];
  told: number;
}

/** The ledger of notices as specs use it: in memory, judging by the same tables as notifications, telling the same facts. */
export class NoticeLedger {
  /** Addressees that are told at once. */
  pageSize = 5;
  readonly outbox: NoticeFact[] = [];
  /** `<letter> <act>: <addressees>` for each page that was told, and `<letter> late: <addressees>` of what an issuer heard. */
  readonly told: string[] = [];
  private readonly letters = new Map<string, Letter>();

  issue({ id, issuerId, addressees, encloses, ...demand }: SpecLetter, at: Instant): void {
    const own = { form: null, dueOn: null, reach: 'cascade' as const, isPublic: false, ...demand };
    if (encloses !== undefined) {
      this.requireCopyAct(encloses, issuerId, 'forward');
      if (loosenedBy(this.letter(encloses), own) !== null) {
        throw refusal('NOTICE_LOOSENED');
      }
    }
    const copies = new Map<string, NoticeCopyState>(addressees.map((addressee) => [addressee, 'sent']));
    this.letters.set(id, { ...own, issuerId, copies, facts: [], told: 0 });
    this.record(id, 'issue', at, issuerId);
  }

  /** An act of an addressee: nothing that the workflow hears of. @throws a refusal with its code */
  copyAct(id: string, addressee: string, act: NoticeCopyAct): void {
    const { to } = this.requireCopyAct(id, addressee, act);
    if (to !== 'same') {
      this.letter(id).copies.set(addressee, to);
    }
  }

  /** An act of the issuer. */
  act(id: string, act: Exclude<NoticeAct, 'issue' | 'fallDue'>, at: Instant): NoticeFact {
    return this.record(id, act, at, this.letter(id).issuerId);
  }

  fallsDue({ noticeId, after, at }: TimedNoticeAct): NoticeFact[] {
    const { dueAt, number } = this.last(noticeId);
    if (number > after) {
      return this.factsAfter(noticeId, after);
    }
    if (dueAt === null || at < dueAt) {
      throw refusal('NOT_YET_DUE');
    }
    const fact = this.record(noticeId, 'fallDue', at, null);
    const { answered, missing } = this.gap(noticeId);
    this.told.push(`${noticeId} due: ${answered} answered, late ${missing.join(' ')}`.trim());
    return [fact];
  }

  tell(id: string, upTo: number, cursor: string | null): { told: number; next: string | null } {
    const letter = this.letter(id);
    const facts = letter.facts.filter(({ number }) => number > letter.told && number <= upTo);
    if (facts.length === 0) {
      return { told: 0, next: null };
    }
    const from = Number(cursor ?? 0);
    const page = [...letter.copies].slice(from, from + this.pageSize);
    for (const { act } of facts.filter((fact) => fact.act !== 'fallDue')) {
      const heard = page.filter(([, state]) => act !== 'urge' || state !== 'answered').map(([addressee]) => addressee);
      this.told.push(`${id} ${act}: ${heard.join(' ')}`);
    }
    const next = from + this.pageSize < letter.copies.size ? String(from + this.pageSize) : null;
    letter.told = next === null ? upTo : letter.told;
    return { told: page.length, next };
  }

  waiting(): RunningDeadline[] {
    return [...this.letters].flatMap(([id, { copies, dueOn, facts }]) =>
      [...copies]
        .filter(([, state]) => dueOn !== null && state !== 'answered')
        .map(([addressee]) => ({
          ...{ deadlineId: `${id}/${addressee}`, subject: `notice/${id}`, organisationId: null, personId: addressee },
          ...{ startOn: dayOf(facts[0]?.at ?? ''), dueOn: dueOn as PlainDate },
        })),
    );
  }

  /** How many have answered, and who has not. */
  gap(id: string): { answered: number; missing: string[] } {
    const { copies } = this.letter(id);
    const missing = [...copies].filter(([, state]) => state !== 'answered').map(([addressee]) => addressee);
    return { answered: copies.size - missing.length, missing };
  }

  factsAfter(id: string, after: number): NoticeFact[] {
    return this.letter(id).facts.slice(after);
  }

  last(id: string): NoticeFact {
    return this.letter(id).facts.at(-1) as NoticeFact;
  }

  private letter(id: string): Letter {
    const letter = this.letters.get(id);
    if (letter === undefined) {
      throw refusal('NOT_FOUND');
    }
    return letter;
  }

  private requireCopyAct(id: string, addressee: string, act: NoticeCopyAct) {
    const state = this.letter(id).copies.get(addressee);
    const rule = noticeCopyRules[act];
    if (state === undefined) {
      throw refusal('NOT_FOUND');
    }
    if (this.last(id).state === 'withdrawn' || !rule.from.includes(state)) {
      throw refusal('ACT_NOT_PERMITTED');
    }
    return rule;
  }

  private record(noticeId: string, act: NoticeAct, at: Instant, by: string | null): NoticeFact {
    const { facts, issuerId, dueOn } = this.letter(noticeId);
    const last = facts.at(-1);
    const { from, to } = noticeRules[act];
    if (last !== undefined && !from.includes(last.state)) {
      throw refusal('ACT_NOT_PERMITTED');
    }
    const state = to === 'same' ? (last?.state ?? 'issued') : to;
    const dueAt = dueOn === null ? null : startOfDay(dueOn, 1);
    const fact = { noticeId, number: facts.length + 1, act, at, by, state, issuerId, dueAt };
    facts.push(fact);
    this.outbox.push(fact);
    return fact;
  }
}
