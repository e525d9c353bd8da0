import { endOfDay, instantAt, shanghaiDateOf } from '@dengke/calendar';
import type { Caller, Instant, Progress, WindowAct } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service';
import type { EarlierCutOffRow } from '../windows/earlier-cut-off.entity';
import { windowDetail, windowSubject } from '../windows/window-facts';
import type { WindowView } from '../windows/windows.dto';
import { checkDates, earlierOf, earlierRows, viewOf, WindowsService } from '../windows/windows.service';
import { affectedBy, moveCutOffs } from './cut-offs';
import type { Dated } from './cut-offs';
import { heldWindow, storeDates } from './dated-window';
import { movedTo } from './move-window';
import type { CloseNowDto, MoveDto, RescheduleDto, ReschedulePreview } from './rescheduling.dto';

/**
 * A window's dates moved, or the window closed now (P11, S39): one recorded act that binds everybody at once, in the database; its workflow then
 * has each submission's workflow and people hear of it. What a cut-off has settled stays settled.
 */
@Injectable()
export class ReschedulingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly windows: WindowsService,
    private readonly acts: ActsService,
  ) {}

  /** @throws DomainError NOT_FOUND, VERSION_CONFLICT, WINDOW_CUT_OFF, WINDOW_DATES_WRONG, WINDOW_OVERLAPS; stores nothing */
  async preview(id: string, dto: RescheduleDto): Promise<ReschedulePreview> {
    return this.look(id, dto.seenVersion, (now, at) => rescheduled(now, dto, at));
  }

  /** The same for closing at once. */
  async previewClosing(id: string, { seenVersion }: CloseNowDto): Promise<ReschedulePreview> {
    return this.look(id, seenVersion, (now, at) => closed(now, at));
  }

  async reschedule(me: Caller, key: string, id: string, dto: RescheduleDto): Promise<WindowView> {
    return this.change(me, key, id, 'reschedule', dto, (now, at) => rescheduled(now, dto, at));
  }

  async closeNow(me: Caller, key: string, id: string, dto: CloseNowDto): Promise<WindowView> {
    return this.change(me, key, id, 'closeNow', dto, (now, at) => closed(now, at));
  }

  /** By the registrar, with a reason: into a window that is open, or out of one into rolling intake (P10, P13). */
  moveWindow(me: Caller, key: string, serial: string, dto: MoveDto): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'moveWindow', dto, movedTo(dto.windowId ?? null));
  }

  private async look(id: string, seenVersion: number, datesOf: (now: Dated, at: Instant) => Dated): Promise<ReschedulePreview> {
    const { manager } = this.database;
    const at = this.clock.now();
    const dated = await this.redated(manager, id, seenVersion, at, datesOf);
    return affectedBy(manager, dated, at);
  }

  private change(
    me: Caller,
    key: string,
    id: string,
    act: WindowAct,
    dto: CloseNowDto,
    datesOf: (now: Dated, at: Instant) => Dated,
  ): Promise<WindowView> {
    const at = this.clock.now();
    const { personId, position } = me;
    return inTransaction(this.database, (manager) =>
      once(manager, { personId, key, body: { act, id, ...dto }, at }, async () => {
        const dated = await this.redated(manager, id, dto.seenVersion, at, datesOf);
        await storeDates(manager, dated, dto.seenVersion);
        await moveCutOffs(manager, dated, at);
        const entry = { kind: act, actId: actIdOf(personId, key), at, by: personId, organisationId: position.organisationId, relay: true };
        const detail = windowDetail(dated.window, dated.earlier);
        await this.ledger.record(manager, windowSubject(id), { ...entry, detail, text: { reason: dto.reason } });
        return viewOf({ ...dated.window, version: dto.seenVersion + 1 }, dated.earlier);
      }),
    );
  }

  private async redated(
    manager: EntityManager,
    id: string,
    seenVersion: number,
    at: Instant,
    datesOf: (now: Dated, at: Instant) => Dated,
  ): Promise<Dated> {
    const window = await heldWindow(manager, id);
    if (window.version !== seenVersion) {
      throw new DomainError('VERSION_CONFLICT', { current: { version: window.version } });
    }
    if ((window.state !== 'announced' && window.state !== 'open') || window.cutOffAt <= at) {
      throw new DomainError('WINDOW_CUT_OFF', { window: id });
    }
    const dated = datesOf({ window, earlier: await earlierOf(manager, id) }, at);
    await this.windows.refuseOverlap(manager, dated.window, false);
    return dated;
  }
}

/** What lies before now stays: an opening that has come, earlier cut-offs that have passed. @throws DomainError WINDOW_DATES_WRONG */
function rescheduled({ window, earlier }: Dated, { opensOn, earlierCutOffs, ...dates }: RescheduleDto, at: Instant): Dated {
  const { cutOffOn, paperFrom, paperTo } = dates;
  const { id, name, registrationYear, resultFrom, resultTo } = window;
  checkDates(
    { id, name, registrationYear, resultFrom, resultTo, opensOn, earlierCutOffs, cutOffOn, paperFrom, paperTo },
    window.announcedOn,
  );
  const next = earlierRows(id, earlierCutOffs);
  const opensAt = instantAt(opensOn, '00:00');
  const cutOffAt = endOfDay(cutOffOn);
  const told = ({ organisationId, areaCode, cutOffOn: on }: EarlierCutOffRow): string => `${organisationId} ${areaCode} ${on}`;
  const passed = (rows: readonly EarlierCutOffRow[]): string =>
    rows
      .filter((row) => row.cutOffAt <= at)
      .map(told)
      .sort()
      .join();
  const wrong = Object.entries({
    opensOn: window.opensAt <= at ? opensAt === window.opensAt : opensAt > at,
    cutOffOn: cutOffAt > at,
    earlierCutOffs: passed(earlier) === passed(next),
  }).filter(([, holds]) => !holds);
  if (wrong.length > 0) {
    throw new DomainError('WINDOW_DATES_WRONG', { fields: wrong.map(([field]) => field), rule: 'P11' });
  }
  return { window: { ...window, opensAt, cutOffOn, cutOffAt, paperFrom, paperTo }, earlier: next };
}

/** @throws DomainError WINDOW_DATES_WRONG before it has opened, or when the paper days would come before the cut-off */
function closed({ window, earlier }: Dated, at: Instant): Dated {
  const today = shanghaiDateOf(at);
  const wrong = [...(window.opensAt > at ? ['opensOn'] : []), ...(window.paperFrom <= today ? ['paperFrom'] : [])];
  if (wrong.length > 0) {
    throw new DomainError('WINDOW_DATES_WRONG', { fields: wrong, rule: 'P11' });
  }
  const now = { cutOffOn: today, cutOffAt: at };
  return { window: { ...window, ...now }, earlier: earlier.map((row) => (row.cutOffAt > at ? { ...row, ...now } : row)) };
}
