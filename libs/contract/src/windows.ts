import type { Instant, PlainDate } from './ledger';
import type { WindowOutcome } from './submission-states';

/** 集中受理 (P11). Days are Asia/Shanghai civil days, both included; instants are half-open ends (P12). */
export interface CollectionWindow {
  id: string;
  name: string;
  registrationYear: number;
  resultFrom: PlainDate;
  resultTo: PlainDate;
  announcedOn: PlainDate;
  opensAt: Instant;
  cutOffOn: PlainDate;
  cutOffAt: Instant;
  paperFrom: PlainDate;
  paperTo: PlainDate;
  /** Never later than the window's own (S39). */
  earlierCutOffs: EarlierCutOff[];
}
export interface EarlierCutOff {
  organisationId?: string;
  areaCode?: string;
  cutOffOn: PlainDate;
  cutOffAt: Instant;
}

export const windowStates = {
  announced: { label: '已发布' },
  open: { label: '受理中' },
  'paper-days': { label: '纸质报送' },
  'cut-off': { label: '线上截止' },
  closed: { label: '已结束' },
} as const;
export type WindowState = keyof typeof windowStates;

/** Acts on a window: a registrar announces it and may move its dates, close it now, or extend it past a cut-off on which nobody could work; the rest is conducted by its workflow. */
export const windowActs = ['announce', 'reschedule', 'closeNow', 'extend', 'open', 'freeze', 'startPaperDays', 'close'] as const;
export type WindowAct = (typeof windowActs)[number];

/** Acts after which the window’s submissions are to hear of another cut-off. */
export const movesCutOffs = (act: WindowAct): boolean => act === 'reschedule' || act === 'closeNow' || act === 'extend';

/** A window's fact as its workflow hears it. */
export interface WindowFact {
  windowId: string;
  number: number;
  act: WindowAct;
  at: Instant;
  state: WindowState;
  opensAt: Instant;
  /** All cut-offs in order, the window's own the last. */
  cutOffs: Instant[];
  paperFromAt: Instant;
  paperToAt: Instant;
  /** Of the window's account, once it is frozen. */
  residual?: number;
}

export interface WindowResult {
  windowId: string;
  state: WindowState;
  /** Null when the ledger did not tell. */
  residual: number | null;
}

/** The account of a window for one organisation, or for the whole window: always residual 0. */
export interface WindowAccount {
  window: string;
  organisationId: string | null;
  entered: number;
  outcomes: Record<WindowOutcome, number>;
  refusedAtSubmit: Record<string, number>;
  residual: number;
}
