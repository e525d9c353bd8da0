import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller, GraphChange, GraphEffects } from '@dengke/contract';
import {
  actIdOf,
  BusinessClock,
  DomainError,
  inTransaction,
  isDuplicate,
  Ledger,
  once,
  Services,
  violatesReference,
} from '@dengke/service-kit';
import { ClosingDesks } from '../applications/closing-desks.service';
import { pictureIn } from '../routes/graphs';
import type { GraphChangedDto, GraphPreviewDto, OpenWorkDto } from './graph-changes.answers';
import type { ChangeGraphDto } from './graph-changes.dto';
import type { Differences } from './effects';
import { planChange } from './plan';
import { changeAct, graphSubject, recordChange } from './change-record';
import { writeDifferences } from './write-differences';

/** Changes of the graphs: looked at first, then done as one recorded act. */
@Injectable()
export class GraphChangesService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly services: Services,
    private readonly desks: ClosingDesks,
  ) {}

  /** @throws DomainError NOT_FOUND outside the caller's part of the graphs, INVALID_INPUT, UNAVAILABLE */
  async preview(me: Caller, change: GraphChange): Promise<GraphPreviewDto> {
    const picture = await pictureIn(this.database.manager, this.clock.now());
    const { version, effects, faults } = planChange(picture, me.position.organisationId, change);
    const [people, open] = await Promise.all([this.namesOf(effects), this.openWork(concernedBy(change, effects))]);
    const applicationCount = await this.desks.waitingAt(this.database.manager, closedBy(effects));
    return { version, effects, faults, people, open, applicationCount };
  }

  /**
   * What was previewed, if it still is what it was.
   * @throws DomainError GRAPH_CHANGED, GRAPH_FAULTS { faults }, SUCCESSOR_MISSING, APPLICATIONS_OPEN, and as `preview`
   */
  async change(me: Caller, key: string, dto: ChangeGraphDto): Promise<GraphChangedDto> {
    await this.refuseLeavingWork(dto.change);
    const at = this.clock.now();
    return inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act: 'changeGraph', ...dto }, at }, () => this.write(manager, me, key, dto)),
    ).catch(overtaken);
  }

  private async write(
    manager: EntityManager,
    me: Caller,
    key: string,
    { change, version, reason }: ChangeGraphDto,
  ): Promise<GraphChangedDto> {
    const at = this.clock.now();
    const head = await this.ledger.lockHead(manager, graphSubject);
    await manager.query('select id from organisation for update');
    const picture = await pictureIn(manager, at);
    if (planChange(picture, me.position.organisationId, change).version !== version) {
      throw new DomainError('GRAPH_CHANGED');
    }
    const newId = uuidv7();
    const { differences, effects, faults } = planChange(picture, me.position.organisationId, change, newId);
    if (faults.length > 0) {
      throw new DomainError('GRAPH_FAULTS', { faults });
    }
    const applicationCount = await this.desks.waitingAt(manager, closedBy(effects));
    if (applicationCount > 0) {
      throw new DomainError('APPLICATIONS_OPEN', { applicationCount });
    }
    const granted = await writeDifferences(manager, differences, at);
    for (const { deskId, heirId } of closingIn(differences)) {
      await this.desks.passOn(manager, deskId, heirId, { by: me, at, actId: actIdOf(me.personId, key), reason });
    }
    await recordChange(manager, this.ledger, { head, me, key, at, act: changeAct(change, reason), differences, granted });
    return { number: head.number + 1, organisationId: differences.created[0]?.id ?? null, effects };
  }

  /** Asked with the caller's own rights: achievements answers what the caller may see there. */
  private async openWork(organisationIds: string[]): Promise<OpenWorkDto> {
    if (organisationIds.length === 0) {
      return { submissions: [], submissionCount: 0, draftCount: 0 };
    }
    return this.services.achievements.post('/api/v1/submissions/open', { organisationIds }, { asPerson: true, repeatable: true });
  }

  /** Who closes without a successor leaves nothing open. */
  private async refuseLeavingWork(change: GraphChange): Promise<void> {
    if (change.kind !== 'close' || change.successorId !== null) {
      return;
    }
    const { submissionCount, draftCount } = await this.openWork([change.organisationId]);
    if (submissionCount + draftCount > 0) {
      throw new DomainError('SUCCESSOR_MISSING', { submissionCount, draftCount });
    }
  }

  private async namesOf({ positions, credentials }: GraphEffects): Promise<GraphPreviewDto['people']> {
    const ids = [...new Set([...positions, ...credentials].map(({ personId }) => personId))];
    return ids.length === 0 ? [] : this.database.query('select id as personId, name from person where id in (?) order by id', [ids]);
  }
}

const closedBy = ({ organisations }: GraphEffects): string[] =>
  organisations.filter(({ after }) => after.closed).map(({ organisationId }) => organisationId);

/** Desks that close, and who has what they have issued: the successor, without one the level above. */
const closingIn = ({ changed }: Differences): { deskId: string; heirId: string }[] =>
  changed
    .filter(({ before, after }) => after.closed && !before.closed)
    .map(({ before: { id: deskId, credentialParentId }, after }) => ({
      deskId,
      heirId: after.successorId ?? credentialParentId ?? deskId,
    }));

/** Whose open submissions the change concerns: of units whose way is another, and at desks that close or move. */
function concernedBy(change: GraphChange, effects: GraphEffects): string[] {
  const own = change.kind === 'create' ? [] : [change.organisationId];
  return [
    ...new Set([...own, ...closedBy(effects), ...effects.routes.filter(({ before }) => before !== null).map(({ unitId }) => unitId)]),
  ];
}

/** Somebody was given a position, or a code taken, in the moment between. */
function overtaken(error: unknown): never {
  if (isDuplicate(error) || violatesReference(error)) {
    throw new DomainError('GRAPH_CHANGED');
  }
  throw error;
}
