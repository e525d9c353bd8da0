import type { FeedbackForm } from './feedback-forms';
import type { Instant, PlainDate } from './ledger';

/**
 * A notice 通知 on its way down the cascade (P4, graph 3): one letter of one issuer to organisations below it. Whoever received it forwards it by a
 * letter of its own that encloses it (C ⊃ B ⊃ A). The letter has its ledger and workflow, each addressee a copy with a ledger of its own.
 */
export const noticeStates = {
  issued: { label: '已发出', open: true },
  due: { label: '已到反馈期限', open: false },
  withdrawn: { label: '已撤销', open: false },
} as const satisfies Record<string, { label: string; open: boolean }>;
export type NoticeState = keyof typeof noticeStates;

/** How far an addressee has come. Forwarding is beside it: a county answers without, and forwards after it has answered. */
export const noticeCopyStates = {
  sent: { label: '已送达' },
  read: { label: '已阅' },
  signed: { label: '已签收' },
  answered: { label: '已反馈' },
} as const satisfies Record<string, { label: string }>;
export type NoticeCopyState = keyof typeof noticeCopyStates;

export const noticeActs = ['issue', 'urge', 'withdraw', 'fallDue', 'escalate'] as const;
export type NoticeAct = (typeof noticeActs)[number];
export const noticeCopyActs = ['read', 'sign', 'forward', 'withdrawForward', 'answer'] as const;
export type NoticeCopyAct = (typeof noticeCopyActs)[number];

interface NoticeRule {
  by: 'issuer' | 'workflow';
  from: readonly NoticeState[];
  to: NoticeState | 'same';
  reason?: 'required';
  provisions: string;
}
interface NoticeCopyRule {
  from: readonly NoticeCopyState[];
  to: NoticeCopyState | 'same';
  provisions: string;
}

/** The acts on a letter. `issue` creates it and so has no state to come from; late answers are taken when the date has passed. */
export const noticeRules: Record<NoticeAct, NoticeRule> = {
  issue: { by: 'issuer', from: [], to: 'issued', provisions: 'S1 S14 S20 S41 S43 S80 P4' },
  urge: { by: 'issuer', from: ['issued', 'due'], to: 'same', provisions: 'P5 P31' },
  withdraw: { by: 'issuer', from: ['issued', 'due'], to: 'withdrawn', reason: 'required', provisions: 'P4' },
  fallDue: { by: 'workflow', from: ['issued'], to: 'due', provisions: 'S12 P5 P31' },
  escalate: { by: 'workflow', from: ['issued', 'due'], to: 'same', provisions: 'P4 P31' },
};

/** The acts of an addressee, each by somebody of the organisation that was addressed, as long as the letter is not withdrawn. */
export const noticeCopyRules: Record<NoticeCopyAct, NoticeCopyRule> = {
  read: { from: ['sent'], to: 'read', provisions: 'P4' },
  sign: { from: ['sent', 'read'], to: 'signed', provisions: 'P4' },
  forward: { from: ['signed', 'answered'], to: 'same', provisions: 'S9 S35 P3 P4' },
  withdrawForward: { from: ['signed', 'answered'], to: 'same', provisions: 'P3 P4' },
  answer: { from: ['signed'], to: 'answered', provisions: 'S12 S15 S16 S17 S18 S19 P4 P5' },
};

/** The limit of a notice among achievements' limit rows (P32): by when a letter that asks for no answer is signed for. */
export const noticeLimits = ['receipt'] as const;
export type NoticeLimit = (typeof noticeLimits)[number];

/** 文号 `X函〔YYYY〕N号` (P4). */
export const documentNumberPattern = /^\p{Script=Han}{1,20}函〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/u;

/** How far down an answer is asked: of those addressed, or of everybody below whom they forward it to. */
export const noticeReaches = ['addressees', 'cascade'] as const;
export type NoticeReach = (typeof noticeReaches)[number];

/** What a letter asks of those who receive it; without a form it asks for no answer. */
export interface NoticeDemand {
  form: FeedbackForm | null;
  /** The last day, to its end (P12). */
  dueOn: PlainDate | null;
  reach: NoticeReach;
  isPublic: boolean;
}

/**
 * In what a letter would loosen the one that it encloses; null when in nothing. A forwarder adds requirements and sets earlier dates, and shows
 * nobody what was not public (P4). What was asked of the addressees alone binds them, not whom they write to.
 */
export function loosenedBy(enclosed: NoticeDemand, own: NoticeDemand): keyof NoticeDemand | null {
  if (own.isPublic && !enclosed.isPublic) {
    return 'isPublic';
  }
  if (enclosed.form === null || enclosed.reach === 'addressees') {
    return null;
  }
  if (own.form !== enclosed.form) {
    return 'form';
  }
  if (own.reach !== 'cascade') {
    return 'reach';
  }
  return enclosed.dueOn !== null && (own.dueOn === null || own.dueOn > enclosed.dueOn) ? 'dueOn' : null;
}

/** One fact of a letter's ledger as its workflow hears it. Ids, states and instants only. */
export interface NoticeFact {
  noticeId: string;
  /** From 1 without gaps. */
  number: number;
  act: NoticeAct;
  at: Instant;
  by: string | null;
  state: NoticeState;
  issuerId: string;
  /** The end of the last day for answers; null when none is asked for. */
  dueAt: Instant | null;
}

/** The workflow's result: where it stood when nothing was left to wait for. */
export interface NoticeOutcome {
  id: string;
  state: NoticeState;
  lastFact: number;
}
