import { applicationLimits } from '@dengke/contract';
import type { ApplicationsAlike, Category, CountedDay, PlainDate } from '@dengke/contract';
import type { EntityManager } from 'typeorm';
import type { Awaited, LimitRule } from '../deadlines/limit-rule.entity';

/** Serials named of those that are alike; the rest is counted. */
export const NAMED = 20;

/** Open waits that began on one day by one limit, and so end on one: of submissions, corrections and applications alike. */
export interface Alike {
  about: Awaited;
  organisationId: string | null;
  /** Of submissions; a window only while they are in it. */
  category: Category | null;
  windowId: string | null;
  /** Null where it is not known which row it was; the rule is. */
  limitId: string | null;
  /** The limit they go by, as it is in its row. */
  rule: CountedDay['rule'];
  /** The days they count where they are not the limit’s. */
  days: number | null;
  startOn: PlainDate;
  dueOn: PlainDate;
  provisional: boolean;
  count: number;
  /** The first of them; of applications their subjects. */
  serials: string[];
}

type Row = Omit<Alike, 'rule' | 'provisional' | 'count' | 'serials' | 'days'> &
  LimitRule & { days: number | string | null } & Record<'provisional' | 'count' | 'serials', string>;

const same = 'about, organisationId, category, windowId, limitId, value, unit, source, days, startOn, dueOn, provisional';
const grouped = (from: string): string =>
  `SELECT ${same}, COUNT(*) AS count, SUBSTRING_INDEX(GROUP_CONCAT(serial ORDER BY serial), ',', ${NAMED}) AS serials
     FROM (${from}) waits GROUP BY ${same} ORDER BY dueOn, about`;

const deadlines = `SELECT d.serial, d.about, d.organisationId, s.category, IF(s.mode = 'window', s.windowId, NULL) AS windowId, d.limitId, r.value, r.unit, r.source, d.days, d.startOn, d.dueOn, d.provisional
  FROM deadline d JOIN limit_rule r ON r.id = d.limitId LEFT JOIN submission s ON s.serial = d.serial WHERE d.state = 'open'`;

const due = (what: string): string => `JSON_VALUE(due, '$.${what}')`;
/** A correction keeps its limit’s rule with its day. */
const corrections = `SELECT serial, 'correction' AS about, deskId AS organisationId, NULL AS category, NULL AS windowId, ${due('limitId')} AS limitId, ${due('rule.value')} AS value,
    ${due('rule.unit')} AS unit, ${due('rule.source')} AS source, ${due('rule.value')} + ${due('extraDays')} AS days, startOn, dueOn,
    ${due('provisional')} AS provisional
  FROM correction WHERE state = 'asked'`;

/** What achievements keeps, of one kind or of all. */
export async function waitsAlike(manager: EntityManager, about: Awaited | null): Promise<Alike[]> {
  const kept = [
    ...(about === 'correction' ? [] : [`${deadlines}${about === null ? '' : ' AND d.about = ?'}`]),
    ...(about === null || about === 'correction' ? [corrections] : []),
  ];
  const found = kept.map((from) => manager.query<Row[]>(grouped(from), from.includes('?') ? [about] : []));
  return (await Promise.all(found)).flat().map(({ value, unit, source, days, provisional, count, serials, ...row }) => ({
    ...{ ...row, rule: { value: Number(value), unit, source }, days: days === null ? null : Number(days) },
    ...{ provisional: Number(provisional) === 1, count: Number(count), serials: serials.split(',') },
  }));
}

/** The same of what accounts keeps. */
export const applicationsAlike = (running: readonly ApplicationsAlike[]): Alike[] =>
  running.map(({ deskId, subjects, extraDays, rule, ...row }) => ({
    ...{ ...row, rule, organisationId: deskId, category: null, windowId: null, serials: subjects },
    days: extraDays > 0 ? rule.value + extraDays : null,
  }));

/** Whether accounts keeps what waits for this. */
export const isOfApplications = (about: Awaited): boolean => (applicationLimits as readonly Awaited[]).includes(about);
