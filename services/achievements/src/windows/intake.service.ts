import { shanghaiDateOf } from '@dengke/calendar';
import type { Instant, IntakeMode, PlainDate, RouteLeg } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { CollectionWindowRow } from './collection-window.entity';
import { EarlierCutOffRow } from './earlier-cut-off.entity';

export interface Incoming {
  /** Null while the evidence gives no date. */
  achievedOn: PlainDate | null;
  /** The instant of submitting. */
  at: Instant;
  organiserId: string;
  legs: readonly RouteLeg[];
  areaCode: string;
}

/** Why it is rolling, as the portal says it; `in-window` when it is not. */
export type IntakeReason = 'in-window' | 'no-window-open' | 'outside-result-period' | 'after-earlier-cut-off';

export interface Intake {
  mode: IntakeMode;
  windowId: string | null;
  registrationYear: number;
  cutOffAt: Instant | null;
  why: IntakeReason;
}

/** 集中受理 or 常态化受理: each submission enters exactly one, by its date achieved and the instant of submitting (P10, P12, P15; docs/journey.md, “Submit”). */
@Injectable()
export class IntakeService {
  async intakeFor(manager: EntityManager, incoming: Incoming): Promise<Intake> {
    const { achievedOn, at } = incoming;
    const open = await this.openAt(manager, at);
    const rolling = (why: IntakeReason): Intake => ({
      mode: 'rolling',
      windowId: null,
      registrationYear: Number(shanghaiDateOf(at).slice(0, 4)),
      cutOffAt: null,
      why,
    });
    if (open.length === 0) {
      return rolling('no-window-open');
    }
    const window = open.find(({ resultFrom, resultTo }) => achievedOn !== null && resultFrom <= achievedOn && achievedOn <= resultTo);
    if (window === undefined) {
      return rolling('outside-result-period');
    }
    const cutOffAt = earliestCutOff(window.cutOffAt, await manager.findBy(EarlierCutOffRow, { windowId: window.id }), incoming);
    if (at >= cutOffAt) {
      return rolling('after-earlier-cut-off');
    }
    return { mode: 'window', windowId: window.id, registrationYear: window.registrationYear, cutOffAt, why: 'in-window' };
  }

  /**
   * Windows that take submissions at an instant: from the opening until the cut-off, half-open (P12). Within a transaction they are held until its
   * end: who moves their dates waits for what is just entering, and finds it.
   */
  openAt(manager: EntityManager, at: Instant): Promise<CollectionWindowRow[]> {
    const where = { opensAt: LessThanOrEqual(at), cutOffAt: MoreThan(at) };
    const isEntering = manager.queryRunner?.isTransactionActive === true;
    return manager.find(CollectionWindowRow, { where, ...(isEntering && { lock: { mode: 'pessimistic_read' } }) });
  }
}

/** The earliest cut-off that applies: the window's, or that of an organisation of the route or of the unit's area (S39). */
export function earliestCutOff(
  cutOffAt: Instant,
  own: readonly EarlierCutOffRow[],
  { legs, areaCode }: Pick<Incoming, 'legs' | 'areaCode'>,
): Instant {
  const applies = (row: EarlierCutOffRow): boolean =>
    (row.organisationId !== null && legs.some((leg) => leg.organisationId === row.organisationId)) ||
    (row.areaCode !== null && areaCode.startsWith(row.areaCode));
  return own.filter(applies).reduce((first, row) => (row.cutOffAt < first ? row.cutOffAt : first), cutOffAt);
}
