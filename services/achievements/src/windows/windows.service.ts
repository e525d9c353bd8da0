import { endOfDay, instantAt, isPlainDate, shanghaiDateOf } from '@dengke/calendar';
import type { Caller, Instant, PlainDate } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { nextAnnouncement } from '../registrations/number-series';
import { CollectionWindowRow } from './collection-window.entity';
import { EarlierCutOffRow } from './earlier-cut-off.entity';
import { windowDetail, windowSubject } from './window-facts';
import type { AnnounceDto, EarlierCutOffDto, WindowView } from './windows.dto';

/** Who announces and by which act: a registrar over HTTP, or the seed. */
export interface Announcer {
  personId: string | null;
  organisationId: string | null;
  actId: string;
}

/** Windows 集中受理: announcing and looking. What becomes of them is conducted by their workflow. */
@Injectable()
export class WindowsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError WINDOW_DATES_WRONG, WINDOW_OVERLAPS */
  async announce(me: Caller, key: string, dto: AnnounceDto): Promise<WindowView> {
    const at = this.clock.now();
    const { personId, position } = me;
    const announcer = { personId, organisationId: position.organisationId, actId: actIdOf(personId, key) };
    return inTransaction(this.database, (manager) =>
      once(manager, { personId, key, body: { act: 'announce', ...dto }, at }, () => this.enter(manager, dto, at, announcer)),
    );
  }

  async enter(manager: EntityManager, dto: AnnounceDto, at: Instant, { personId, organisationId, actId }: Announcer): Promise<WindowView> {
    const { window, earlier } = rowsOf(dto, at);
    checkDates(dto, window.announcedOn);
    await this.refuseOverlap(manager, window, true);
    await manager.insert(CollectionWindowRow, window);
    if (earlier.length > 0) {
      await manager.insert(EarlierCutOffRow, earlier);
    }
    const detail = windowDetail(window, earlier);
    await this.ledger.record(manager, windowSubject(window.id), {
      kind: 'announce',
      actId,
      at,
      by: personId,
      organisationId,
      detail,
      relay: true,
    });
    return viewOf(window, earlier);
  }

  async list(): Promise<WindowView[]> {
    const { manager } = this.database;
    const windows = await manager.find(CollectionWindowRow, { order: { opensAt: 'DESC' } });
    return Promise.all(windows.map(async (window) => viewOf(window, await earlierOf(manager, window.id))));
  }

  async view(id: string): Promise<WindowView> {
    const { manager } = this.database;
    return viewOf(await this.known(id), await earlierOf(manager, id));
  }

  /** @throws DomainError NOT_FOUND */
  async known(id: string): Promise<CollectionWindowRow> {
    const window = await this.database.manager.findOneBy(CollectionWindowRow, { id });
    if (window === null) {
      throw new DomainError('NOT_FOUND');
    }
    return window;
  }

  /** Two windows may look back on one period, but only one takes submissions at a time. Locked rows would not show what is being announced beside them. */
  async refuseOverlap(manager: EntityManager, { id, opensAt, cutOffAt }: CollectionWindowRow, isNew: boolean): Promise<void> {
    await nextAnnouncement(manager);
    const all = await manager.find(CollectionWindowRow);
    const other = all.find((window) => (window.id === id ? isNew : window.opensAt < cutOffAt && opensAt < window.cutOffAt));
    if (other !== undefined) {
      throw new DomainError('WINDOW_OVERLAPS', { window: other.id });
    }
  }
}

export const earlierOf = (manager: EntityManager, windowId: string): Promise<EarlierCutOffRow[]> =>
  manager.find(EarlierCutOffRow, { where: { windowId }, order: { position: 'ASC' } });

function rowsOf(dto: AnnounceDto, at: Instant): { window: CollectionWindowRow; earlier: EarlierCutOffRow[] } {
  const { opensOn, earlierCutOffs = [], ...own } = dto;
  const window = {
    ...own,
    announcedOn: shanghaiDateOf(at),
    opensAt: instantAt(opensOn, '00:00'),
    cutOffAt: endOfDay(dto.cutOffOn),
    state: 'announced' as const,
    version: 1,
  };
  const earlier = earlierRows(dto.id, earlierCutOffs);
  return { window, earlier };
}

export const earlierRows = (windowId: string, earlierCutOffs: readonly EarlierCutOffDto[]): EarlierCutOffRow[] =>
  earlierCutOffs.map(({ organisationId = null, areaCode = null, cutOffOn }, position) => ({
    windowId,
    position,
    organisationId,
    areaCode,
    cutOffOn,
    cutOffAt: endOfDay(cutOffOn),
  }));

/** The dates must tell one story: results, announcement, opening, cut-offs, paper (P11, S39, S75–S78). What was over before it was announced took nothing. */
export function checkDates(dto: AnnounceDto, announcedOn: PlainDate): void {
  const { resultFrom, resultTo, opensOn, cutOffOn, paperFrom, paperTo, registrationYear, earlierCutOffs = [] } = dto;
  const days = [resultFrom, resultTo, opensOn, cutOffOn, paperFrom, paperTo, ...earlierCutOffs.map((own) => own.cutOffOn)];
  const wrong = Object.entries({
    day: days.every(isPlainDate),
    resultTo: resultFrom <= resultTo,
    registrationYear: [resultFrom, resultTo].every((date) => date.startsWith(`${registrationYear}-`)),
    cutOffOn: opensOn <= cutOffOn && announcedOn <= cutOffOn,
    paperFrom: cutOffOn < paperFrom,
    paperTo: paperFrom <= paperTo,
    earlierCutOffs: earlierCutOffs.every(
      (own) => opensOn <= own.cutOffOn && own.cutOffOn <= cutOffOn && (own.organisationId ?? own.areaCode) !== undefined,
    ),
  }).filter(([, holds]) => !holds);
  if (wrong.length > 0) {
    throw new DomainError('WINDOW_DATES_WRONG', { fields: wrong.map(([field]) => field), rule: 'P11' });
  }
}

export function viewOf(window: CollectionWindowRow, earlier: EarlierCutOffRow[]): WindowView {
  const { id, name, registrationYear, resultFrom, resultTo, announcedOn, opensAt } = window;
  const { cutOffOn, cutOffAt, paperFrom, paperTo, state, version } = window;
  const earlierCutOffs = earlier.map((row) => ({
    ...(row.organisationId === null ? {} : { organisationId: row.organisationId }),
    ...(row.areaCode === null ? {} : { areaCode: row.areaCode }),
    cutOffOn: row.cutOffOn,
    cutOffAt: row.cutOffAt,
  }));
  return {
    id,
    name,
    registrationYear,
    resultFrom,
    resultTo,
    announcedOn,
    opensAt,
    cutOffOn,
    cutOffAt,
    paperFrom,
    paperTo,
    earlierCutOffs,
    state,
    version,
  };
}
