import { instantAt, shanghaiDateOf, workdaysBetween } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import type { Category, PlainDate, RouteLeg, StageKind } from '@dengke/contract';
import { toInstant } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In, IsNull } from 'typeorm';
import { positionOf } from '../acts/act-context';
import { lastDayBefore } from '../acts/settlement';
import { Submission } from '../acts/submission.entity';
import { Deadline } from '../deadlines/deadline.entity';
import { DeadlinesService } from '../deadlines/deadlines.service';
import type { LimitRule } from '../deadlines/limit-rule.entity';
import { median } from './projection';
import type { DeskAhead, Underway } from './projection';
import type { DeskPace, Pace } from './what-if.dto';

/** Decisions of one desk that are looked at. */
const LOOKED_AT = 50;
/** More than a province's window has ever had; whatever lies beyond is not told. */
const MOST = 20_000;

/** A window as it stands: what it still binds, before which desks, and how long those take. */
export interface WindowShape {
  underway: Underway[];
  desks: DeskPace[];
}

/** Reads the shape of a running window from the ledger's tables: numbers and days, nothing of what is in the forms. */
@Injectable()
export class ShapeService {
  constructor(private readonly deadlines: DeadlinesService) {}

  async of(manager: EntityManager, windowId: string, calendar: WorkingCalendar, pace: Pace, today: PlainDate): Promise<WindowShape> {
    const rows = await manager.find(Submission, {
      where: { windowId, windowOutcome: IsNull(), state: In(['in-review', 'returned']) },
      order: { serial: 'ASC' },
      take: MOST,
    });
    const serials = rows.map(({ serial }) => serial);
    const open = serials.length === 0 ? [] : await manager.findBy(Deadline, { serial: In(serials), state: 'open' });
    const waits = new Map(open.map((wait) => [wait.serial, wait]));
    const before = (row: Submission): RouteLeg[] =>
      row.state === 'returned' ? [] : row.legs.slice(row.position ?? 0, positionOf(row, 'department'));
    const organisations = [...new Set(rows.flatMap((row) => before(row).map(({ organisationId }) => organisationId)))];
    const [desks, limits] = [await this.pacesOf(manager, calendar, organisations), await this.limitsOf(manager, rows, windowId, today)];
    const takes = (organisationId: string, kind: StageKind, category: Category): DeskAhead['takes'] => {
      const known = pace === 'as-until-now' ? desks.find((desk) => desk.organisationId === organisationId) : undefined;
      return known === undefined ? limitOf(limits, keyOf(kind, organisationId, category)) : { value: known.workdays, unit: 'workdays' };
    };
    const underway = rows.map((row): Underway => {
      const { serial, state, position, legs, deskId, cutOffAt, category } = row;
      return {
        ...{ serial, state, position, legs, deskId, since: waits.get(serial)?.startOn ?? today },
        cutOffOn: cutOffAt === null ? today : lastDayBefore(cutOffAt),
        ahead: before(row).map(({ organisationId, kind }) => ({ organisationId, takes: takes(organisationId, kind, category) })),
      };
    });
    return { underway, desks: pace === 'as-until-now' ? desks : [] };
  }

  /** The median of the last decisions of each recommending desk. */
  private async pacesOf(manager: EntityManager, calendar: WorkingCalendar, organisationIds: readonly string[]): Promise<DeskPace[]> {
    if (organisationIds.length === 0) {
      return [];
    }
    const rows = await manager.query<{ organisationId: string; startOn: PlainDate; endedAt: Date }[]>(
      `SELECT organisationId, startOn, endedAt FROM (
         SELECT d.organisationId, d.startOn, d.endedAt, ROW_NUMBER() OVER (PARTITION BY d.organisationId ORDER BY d.endedAt DESC) AS place
           FROM deadline d WHERE d.state = 'met' AND d.about IN ('unit', 'municipal', 'organiser') AND d.organisationId IN (?)) last
        WHERE last.place <= ?`,
      [organisationIds, LOOKED_AT],
    );
    const taken = new Map<string, number[]>();
    for (const { organisationId, startOn, endedAt } of rows) {
      const { workdays } = workdaysBetween(calendar, startOn, shanghaiDateOf(toInstant(endedAt)));
      taken.set(organisationId, [...(taken.get(organisationId) ?? []), Math.max(0, workdays)]);
    }
    return [...taken]
      .map(([organisationId, days]) => ({ organisationId, workdays: median(days) ?? 0, decisions: days.length }))
      .sort(byDesk);
  }

  /** The limits that would hold today for each kind of stage, an organisation's, the window's and a category's own among them. */
  private async limitsOf(
    manager: EntityManager,
    rows: readonly Submission[],
    windowId: string,
    today: PlainDate,
  ): Promise<Map<string, LimitRule>> {
    const limits = new Map<string, LimitRule>();
    for (const { legs, category } of rows) {
      for (const { kind, organisationId } of legs) {
        const key = keyOf(kind, organisationId, category);
        if (!limits.has(key)) {
          limits.set(key, await this.deadlines.limitOn(manager, kind, instantAt(today, '12:00'), { organisationId, windowId, category }));
        }
      }
    }
    return limits;
  }
}

const byDesk = (one: DeskPace, other: DeskPace): number => one.organisationId.localeCompare(other.organisationId);
const keyOf = (kind: StageKind, organisationId: string, category: Category): string => `${kind} ${organisationId} ${category}`;

function limitOf(limits: ReadonlyMap<string, LimitRule>, key: string): DeskAhead['takes'] {
  const { value = 0, unit = 'workdays' } = limits.get(key) ?? {};
  return { value, unit };
}
