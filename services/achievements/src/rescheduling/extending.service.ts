import { endOfDay, explainDeadline, shanghaiDateOf } from '@dengke/calendar';
import type { Caller, Instant } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { daysUntil } from '../deadlines/days-until';
import type { MovedDeadlines } from '../deadlines/deadlines.dto';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { movesOf, MovesService } from '../moves/moves.service';
import { windowDetail, windowSubject } from '../windows/window-facts';
import type { WindowView } from '../windows/windows.dto';
import { checkDates, earlierOf, viewOf, WindowsService } from '../windows/windows.service';
import type { Dated } from './cut-offs';
import { heldWindow, storeDates } from './dated-window';
import type { ExtendWindowDto, ExtensionPreview } from './extending.dto';
import { reopen, reopened } from './reopening';
import type { Extended } from './reopening';

/**
 * 顺延: the system was down on the day of a cut-off, and one recorded act extends for everybody, also when that cut-off has passed (P11, P13). What was
 * settled at it is open again, what was submitted since enters, and the sheets are frozen anew at the new one.
 */
@Injectable()
export class ExtendingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly windows: WindowsService,
    private readonly workingDays: WorkingDaysService,
    private readonly moves: MovesService,
  ) {}

  /** @throws DomainError NOT_FOUND, VERSION_CONFLICT, WINDOW_CUT_OFF, WINDOW_DATES_WRONG, WINDOW_OVERLAPS; stores nothing */
  async preview(id: string, dto: ExtendWindowDto): Promise<ExtensionPreview> {
    const { manager } = this.database;
    const concerned = await reopened(manager, await this.extended(manager, id, dto, this.clock.now()));
    return { ...concerned, limits: await this.limitsOf(manager, dto) };
  }

  extend(me: Caller, key: string, id: string, dto: ExtendWindowDto): Promise<WindowView> {
    const at = this.clock.now();
    const { personId, position } = me;
    return inTransaction(this.database, (manager) =>
      once(manager, { personId, key, body: { act: 'extend', id, ...dto }, at }, async () => {
        const extended = await this.extended(manager, id, dto, at);
        const { window, earlier } = extended.to;
        await storeDates(manager, extended.to, dto.seenVersion);
        const replaced = await reopen(manager, extended);
        const detail = windowDetail(window, earlier, { downOn: dto.downOn, movedTo: dto.cutOffOn, ...replaced });
        const by = { by: personId, organisationId: position.organisationId };
        const entry = { kind: 'extend', actId: actIdOf(personId, key), at, ...by, detail, relay: true };
        await this.ledger.record(manager, windowSubject(id), { ...entry, text: { reason: dto.reason } });
        return viewOf({ ...window, version: dto.seenVersion + 1 }, earlier);
      }),
    );
  }

  private async limitsOf(manager: EntityManager, { downOn, cutOffOn }: ExtendWindowDto): Promise<MovedDeadlines[]> {
    const calendar = await this.workingDays.current(manager);
    return movesOf(await this.moves.waiting(manager), ({ about, dueOn, rule, days, startOn }) => {
      const value = (days ?? rule.value) + daysUntil(calendar, rule, dueOn, cutOffOn);
      return dueOn !== downOn || about === 'publicity' ? null : explainDeadline(calendar, { ...rule, value }, startOn);
    });
  }

  private async extended(manager: EntityManager, id: string, dto: ExtendWindowDto, at: Instant): Promise<Extended> {
    const window = await heldWindow(manager, id);
    if (window.version !== dto.seenVersion) {
      throw new DomainError('VERSION_CONFLICT', { current: { version: window.version } });
    }
    if (window.opensAt > at || window.state === 'closed') {
      throw new DomainError('WINDOW_CUT_OFF', { window: id });
    }
    const from = { window, earlier: await earlierOf(manager, id) };
    const to = later(from, dto, at);
    await this.windows.refuseOverlap(manager, to.window, false);
    return { from, to, at };
  }
}

/** The cut-offs of the day on which nobody could work, on another day. @throws DomainError WINDOW_DATES_WRONG */
function later({ window, earlier }: Dated, { downOn, cutOffOn, paperFrom, paperTo }: ExtendWindowDto, at: Instant): Dated {
  const cutOffAt = endOfDay(cutOffOn);
  const moved = { cutOffOn, cutOffAt };
  const state = window.state === 'announced' ? 'announced' : 'open';
  const to: Dated = {
    window: { ...window, paperFrom, paperTo, ...(window.cutOffOn === downOn && { ...moved, state }) },
    earlier: earlier.map((row) => (row.cutOffOn === downOn ? { ...row, ...moved } : row)),
  };
  const hasMoved = [window, ...earlier].some((own) => own.cutOffOn === downOn);
  const wrong = Object.entries({ downOn: hasMoved, cutOffOn: downOn < cutOffOn && cutOffAt > at }).filter(([, holds]) => !holds);
  if (wrong.length > 0) {
    throw new DomainError('WINDOW_DATES_WRONG', { fields: wrong.map(([field]) => field), rule: 'P11' });
  }
  const { announcedOn } = window;
  checkDates(
    { ...to.window, opensOn: shanghaiDateOf(window.opensAt), earlierCutOffs: viewOf(to.window, to.earlier).earlierCutOffs },
    announcedOn,
  );
  return to;
}
