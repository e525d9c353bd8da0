import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { effectiveRightsOf, grantableTo, rightsOf } from '@dengke/contract';
import type { Caller, OrganisationKind, Position, Right } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { OrganisationsService } from '../organisations/organisations.service';
import { changedRights, withRights } from '../people/position-rights';
import { PositionRight } from './position-right.entity';
import type { PositionRightsDto, SetRightsDto } from './rights.dto';

type Target = Position & { personId: string };
type TargetRow = Omit<Target, 'rights'> & { changedRights: string | null };

/**
 * What managers may do, set by the super administrator of their node (P7, S58): of the node itself and of its municipal bureaus, which have none.
 * The security administrator may take away in all of his part, and give nothing.
 */
@Injectable()
export class RightsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly organisations: OrganisationsService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, also for positions elsewhere; NOT_ALLOWED for those whose rights he does not set */
  async of(me: Caller, positionId: string): Promise<PositionRightsDto> {
    return answerOf(await this.target(me, positionId, this.database.manager));
  }

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED, INVALID_INPUT for what such a position cannot carry */
  async set(me: Caller, key: string, positionId: string, dto: SetRightsDto): Promise<PositionRightsDto> {
    const at = this.clock.now();
    const { organisationId } = await this.target(me, positionId, this.database.manager);
    const body = { act: 'setRights', positionId, ...dto };
    return inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body, at }, async () => {
        const head = await this.ledger.lockHead(manager, `organisation/${organisationId}`);
        const target = await this.target(me, positionId, manager);
        const changes = changesOf(target, dto.rights);
        requireOnlyTaking(me, target, dto.rights);
        await manager.delete(PositionRight, { positionId });
        await manager.insert(
          PositionRight,
          changes.map((change) => ({ positionId, ...change, since: at })),
        );
        const named = (granted: boolean) => changes.filter((change) => change.granted === granted).map(({ name }) => name);
        await this.ledger.append(manager, head, {
          ...{ kind: 'rightsSet', actId: actIdOf(me.personId, key), at, by: me.personId, organisationId: me.position.organisationId },
          ...{
            detail: { personId: target.personId, positionId, granted: named(true), withheld: named(false) },
            text: { reason: dto.reason },
          },
          relay: false,
        });
        return answerOf(await this.target(me, positionId, manager));
      }),
    );
  }

  private async target(me: Caller, positionId: string, manager: EntityManager): Promise<Target> {
    const [row] = await manager.query<TargetRow[]>(
      `select p.id, p.personId, p.organisationId, o.kind as organisationKind, p.role, ${changedRights}
         from held_position p join organisation o on o.id = p.organisationId where p.id = ? and p.endedAt is null`,
      [positionId],
    );
    if (row === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    const { changedRights: changed, ...place } = row;
    const organisation = await this.organisations.within(me, place.organisationId);
    if (!isSetBy(me, { ...place, credentialParentId: organisation.credentialParentId })) {
      throw new DomainError('NOT_ALLOWED');
    }
    return withRights(place, changed);
  }
}

interface Node {
  role: Position['role'];
  organisationId: string;
  organisationKind: OrganisationKind;
  credentialParentId: string | null;
}

function isSetBy({ position }: Caller, target: Node): boolean {
  if (target.role !== 'manager') {
    return false;
  }
  const ofMyNode =
    target.organisationId === position.organisationId ||
    (target.organisationKind === 'municipal' && target.credentialParentId === position.organisationId);
  return position.role === 'securityAdmin' || ofMyNode;
}

/** What is to be otherwise than the role says. @throws DomainError INVALID_INPUT */
function changesOf(target: Target, wanted: readonly Right[]): Pick<PositionRight, 'name' | 'granted'>[] {
  const settable = grantableTo(target);
  if (wanted.some((right) => !settable.has(right))) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: 'rights', reason: 'notGrantable' }] });
  }
  const byDefault = rightsOf(target);
  return [...settable]
    .filter((right) => byDefault.has(right) !== wanted.includes(right))
    .map((name) => ({ name, granted: wanted.includes(name) }));
}

/** Whoever administers security takes away in an emergency; giving is the super administrator's alone (P7). */
function requireOnlyTaking({ position }: Caller, target: Target, wanted: readonly Right[]): void {
  const has = effectiveRightsOf(target);
  if (position.role === 'securityAdmin' && wanted.some((right) => !has.has(right))) {
    throw new DomainError('NOT_ALLOWED');
  }
}

function answerOf(target: Target): PositionRightsDto {
  const { id: positionId, personId, organisationId, role } = target;
  return {
    ...{ positionId, personId, organisationId, role },
    rights: [...effectiveRightsOf(target)],
    byDefault: [...rightsOf(target)],
    settable: [...grantableTo(target)],
  };
}
