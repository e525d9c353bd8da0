import { organisationKinds, windowOutcomes } from '@dengke/contract';
import type { WindowAccount, WindowOutcome } from '@dengke/contract';
import { managerOf } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { outcomeOf } from '../acts/settlement';
import { SubmissionLeg } from '../acts/submission-leg.entity';
import { Submission } from '../acts/submission.entity';
import { Organisation } from '../organisations/organisation.entity';
import { CollectionWindowRow } from './collection-window.entity';
import { RefusalsService } from './refusals.service';
import type { WindowLevelDto } from './windows.dto';

/** The account of a window: every submission of it in exactly one column, the sum equal to what entered, at every organisation of the routes. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: DataSource,
    private readonly refusals: RefusalsService,
  ) {}

  /** Before the freeze it says where things stand now; after it, what was settled at the cut-off, and what was not is the residual. */
  async of({ id, state }: Pick<CollectionWindowRow, 'id' | 'state'>, organisationId: string | null = null): Promise<WindowAccount> {
    const rows = await this.submissionsOf(id, organisationId);
    const isSettled = state !== 'announced' && state !== 'open';
    const outcomes = Object.fromEntries(windowOutcomes.map((outcome) => [outcome, 0])) as Record<WindowOutcome, number>;
    for (const row of rows) {
      const outcome = row.windowOutcome ?? (isSettled ? null : outcomeOf(row));
      if (outcome !== null) {
        outcomes[outcome] += 1;
      }
    }
    const accounted = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
    const refusedAtSubmit = organisationId === null ? await this.refusals.of(id) : {};
    return { window: id, organisationId, entered: rows.length, outcomes, refusedAtSubmit, residual: rows.length - accounted };
  }

  /** The whole account, and that of every organisation on the routes of what entered. */
  async everyAccount(window: Pick<CollectionWindowRow, 'id' | 'state'>): Promise<WindowAccount[]> {
    const organisations = await this.database.query<{ organisationId: string }[]>(
      'SELECT DISTINCT l.organisationId FROM submission_leg l JOIN submission s ON s.serial = l.serial WHERE s.windowId = ? ORDER BY l.organisationId',
      [window.id],
    );
    const accounts = [await this.of(window)];
    for (const { organisationId } of organisations) {
      accounts.push(await this.of(window, organisationId));
    }
    return accounts;
  }

  /** As `everyAccount`, with names: from the top of the routes down, whoever has most first. */
  async levels(window: Pick<CollectionWindowRow, 'id' | 'state'>): Promise<WindowLevelDto[]> {
    const accounts = await this.everyAccount(window);
    const ids = accounts.flatMap(({ organisationId }) => organisationId ?? []);
    const known = await this.database.manager.find(Organisation, { select: { id: true, name: true, kind: true }, where: { id: In(ids) } });
    const levels = accounts.map((account): WindowLevelDto => {
      const organisation = known.find(({ id }) => id === account.organisationId);
      return { ...account, name: organisation?.name ?? account.organisationId, kind: organisation?.kind ?? null };
    });
    const placeOf = ({ organisationId, kind }: WindowLevelDto): number =>
      organisationId === null ? -1 : kind === null ? organisationKinds.length : organisationKinds.indexOf(kind);
    return levels.sort((one, other) => placeOf(one) - placeOf(other) || other.entered - one.entered);
  }

  private submissionsOf(windowId: string, organisationId: string | null): Promise<Submission[]> {
    const query = managerOf(this.database).createQueryBuilder(Submission, 's').where('s.windowId = :windowId', { windowId });
    if (organisationId !== null) {
      const onRoute = query
        .subQuery()
        .select('1')
        .from(SubmissionLeg, 'leg')
        .where('leg.serial = s.serial AND leg.organisationId = :organisationId');
      query.andWhere(`EXISTS ${onRoute.getQuery()}`, { organisationId });
    }
    return query.getMany();
  }
}
