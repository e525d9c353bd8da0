import { addCalendarDays, explainDeadline, shanghaiDateOf } from '@dengke/calendar';
import { categories } from '@dengke/contract';
import type { Caller, Instant } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { LimitRule, ruleOf } from '../deadlines/limit-rule.entity';
import type { Awaited } from '../deadlines/limit-rule.entity';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { isOfApplications } from '../moves/alike';
import { countOf, movesOf, MovesService } from '../moves/moves.service';
import { CollectionWindowRow } from '../windows/collection-window.entity';
import { Organisation } from '../organisations/organisation.entity';
import type { MovedDeadlines } from '../deadlines/deadlines.dto';
import type { LimitPreview, LimitView, SetLimitDto } from './limits.dto';
import { concerns, daysBy } from './moved-limit';

/** Limits as rows that are added and ended, never changed: deadlines explain themselves by the one they began with (P31, P32). */
@Injectable()
export class LimitsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly workingDays: WorkingDaysService,
    private readonly running: MovesService,
  ) {}

  list(): Promise<LimitView[]> {
    return this.database.manager.find(LimitRule, { order: { about: 'ASC', scope: 'ASC', effectiveFrom: 'ASC' } });
  }

  /** @throws DomainError INVALID_INPUT */
  async preview(dto: SetLimitDto): Promise<LimitPreview> {
    const { manager } = this.database;
    const before = await this.supersededBy(manager, dto, this.clock.now());
    const moves = await this.movesTo({ ...dto, id: '', effectiveTo: null });
    return { supersedes: before?.id ?? null, moves, moved: countOf(moves) };
  }

  /** Which running waits would end on another day, were they moved to a limit that is there (P32). @throws DomainError NOT_FOUND, UNAVAILABLE */
  async moves(id: string): Promise<MovedDeadlines[]> {
    const limit = await this.database.manager.findOneBy(LimitRule, { id });
    if (limit === null) {
      throw new DomainError('NOT_FOUND');
    }
    return this.movesTo(limit);
  }

  /** @throws DomainError INVALID_INPUT */
  set(me: Caller, key: string, dto: SetLimitDto): Promise<LimitView> {
    const at = this.clock.now();
    const { personId, position } = me;
    return inTransaction(this.database, (manager) =>
      once(manager, { personId, key, body: { act: 'setLimit', ...dto }, at }, async () => {
        // Whoever sets another of the same kind waits here, and then finds this one.
        await manager.query('SELECT id FROM limit_rule WHERE about = ? FOR UPDATE', [dto.about]);
        const before = await this.supersededBy(manager, dto, at);
        if (before !== null) {
          await manager.update(LimitRule, { id: before.id }, { effectiveTo: addCalendarDays(dto.effectiveFrom, -1) });
        }
        const limit: LimitRule = { ...dto, id: uuidv7(), effectiveTo: null };
        await manager.insert(LimitRule, limit);
        const { id, about, scope, value, unit, effectiveFrom } = limit;
        const detail = { id, about, scope, value, unit, effectiveFrom, supersedes: before?.id ?? null };
        const entry = { kind: 'setLimit', actId: actIdOf(personId, key), at, by: personId, organisationId: position.organisationId };
        await this.ledger.record(manager, `limit/${about}`, { ...entry, detail, text: { source: dto.source }, relay: false });
        return limit;
      }),
    );
  }

  /** Windows and categories are submissions': of an application, a correction or a receipt there is neither. */
  private async isKnown(manager: EntityManager, about: Awaited, scope: string): Promise<boolean> {
    const [kind, id] = scope.split('/');
    if (id === undefined) {
      return scope === '*' || manager.existsBy(Organisation, { id: scope });
    }
    const isOfSubmissions = !isOfApplications(about) && about !== 'correction' && about !== 'receipt';
    const isThere =
      kind === 'window' ? manager.existsBy(CollectionWindowRow, { id }) : kind === 'category' && Object.hasOwn(categories, id);
    return isOfSubmissions && (await isThere);
  }

  /** None of publicity: what is under way ends on the day that was published (P33). */
  private async movesTo(limit: LimitRule): Promise<MovedDeadlines[]> {
    if (limit.about === 'publicity') {
      return [];
    }
    const { manager } = this.database;
    const [calendar, waiting] = [await this.workingDays.current(manager), await this.running.waiting(manager, limit.about)];
    return movesOf(waiting, (these) =>
      !concerns(limit, these) || these.limitId === limit.id
        ? null
        : explainDeadline(calendar, ruleOf(limit, daysBy(limit, these.rule, these.days)), these.startOn),
    );
  }

  /** The row of the same kind and scope that holds until then. @throws DomainError INVALID_INPUT with each fault */
  private async supersededBy(manager: EntityManager, dto: SetLimitDto, at: Instant): Promise<LimitRule | null> {
    const { about, scope, effectiveFrom } = dto;
    const last = await manager.findOneBy(LimitRule, { about, scope, effectiveTo: IsNull() });
    const isKnown = await this.isKnown(manager, about, scope);
    const wrong = Object.entries({
      scope: isKnown,
      effectiveFrom: effectiveFrom > shanghaiDateOf(at) && (last === null || last.effectiveFrom < effectiveFrom),
      value: dto.value > 0 || about === 'publicity',
    }).filter(([, holds]) => !holds);
    if (wrong.length > 0) {
      throw new DomainError('INVALID_INPUT', { fields: wrong.map(([field]) => ({ field, reason: 'limit' })) });
    }
    return last;
  }
}
