import { Injectable } from '@nestjs/common';
import { endOfDay, isPlainDate, shanghaiDateOf } from '@dengke/calendar';
import type { Caller, Instant, OrganisationKind, Reason, Role } from '@dengke/contract';
import { actIdOf, BusinessClock, changeOne, DomainError, inTransaction, Ledger, once, toDatabase } from '@dengke/service-kit';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { OrganisationsService } from '../organisations/organisations.service';
import type { DeputyDto, GrantDeputyDto } from './people.dto';

/** A position with what says whose node it is in. */
interface Held {
  id: string;
  personId: string;
  role: Role;
  organisationId: string;
  kind: OrganisationKind;
  credentialParentId: string | null;
}

const held = `select p.id, p.personId, p.role, p.organisationId, o.kind, o.credentialParentId
  from held_position p join organisation o on o.id = p.organisationId`;

/**
 * 代理: somebody stands in at a desk until the end of a day, granted by the super administrator of its node. It ends by itself: its end is
 * written with it, and every token and every act asks.
 */
@Injectable()
export class DeputiesService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly organisations: OrganisationsService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED, INVALID_INPUT for a day that is over, ACT_NOT_PERMITTED for who sits at the desk anyway */
  async grant(me: Caller, key: string, dto: GrantDeputyDto): Promise<DeputyDto> {
    const at = this.clock.now();
    const endsAt = endOf(dto.endsOn, at);
    if (!(await this.organisations.knows(me, dto.personId))) {
      throw new DomainError('NOT_FOUND');
    }
    return inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act: 'grantDeputy', ...dto }, at }, () =>
        this.write(manager, me, key, dto, { at, endsAt }),
      ),
    );
  }

  /** @throws DomainError NOT_FOUND, also for one that has ended or is another node's */
  async end(me: Caller, key: string, positionId: string): Promise<void> {
    const at = this.clock.now();
    await inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act: 'endDeputy', positionId }, at }, async () => {
        const living = `${held} where p.id = ? and p.deputyOf is not null and p.endedAt > ?`;
        const [found] = await manager.query<Held[]>(living, [positionId, toDatabase(at)]);
        if (found === undefined || !isOfNode(me, found)) {
          throw new DomainError('NOT_FOUND');
        }
        await changeOne(manager, 'update held_position set endedAt = ? where id = ? and endedAt > ?', [
          toDatabase(at),
          positionId,
          toDatabase(at),
        ]);
        await manager.query('delete from session where positionId = ?', [positionId]);
        const { personId, organisationId } = found;
        await this.record(manager, me, { key, at, kind: 'deputyEnded', detail: { positionId, personId, organisationId } });
        return null;
      }),
    );
  }

  private async write(
    manager: EntityManager,
    me: Caller,
    key: string,
    { personId, deputyOf, reason }: GrantDeputyDto,
    { at, endsAt }: { at: Instant; endsAt: Instant },
  ): Promise<DeputyDto> {
    const position = await this.stoodIn(manager, me, deputyOf);
    const { organisationId, kind: organisationKind, personId: deputyFor } = position;
    await refuseSitting(manager, personId, organisationId);
    const deputy: DeputyDto = { positionId: uuidv7(), personId, organisationId, deputyOf, deputyFor, endsAt };
    await manager.query('insert into held_position (id, personId, organisationId, role, grantedAt, endedAt, deputyOf) values (?)', [
      [deputy.positionId, personId, organisationId, 'manager' satisfies Role, toDatabase(at), toDatabase(endsAt), deputyOf],
    ]);
    await this.record(manager, me, { key, at, kind: 'deputyGranted', detail: { ...deputy, organisationKind }, text: { reason } });
    return deputy;
  }

  /** The position, living, of a manager of the caller's node; its organisation's row held, so that it does not close meanwhile. */
  private async stoodIn(manager: EntityManager, me: Caller, positionId: string): Promise<Held> {
    const [found] = await manager.query<Held[]>(`${held} where p.id = ? and p.endedAt is null lock in share mode`, [positionId]);
    await this.organisations.within(me, found?.organisationId ?? '');
    if (found === undefined || !isOfNode(me, found)) {
      throw new DomainError('NOT_ALLOWED');
    }
    if (found.role !== 'manager' && found.role !== 'superAdmin') {
      throw new DomainError('INVALID_INPUT', { fields: [{ field: 'deputyOf', reason: 'mismatch' }] });
    }
    return found;
  }

  private async record(
    manager: EntityManager,
    me: Caller,
    entry: {
      key: string;
      at: Instant;
      kind: string;
      detail: Record<string, unknown> & { organisationId: string };
      text?: { reason: string };
    },
  ): Promise<void> {
    const { key, at, kind, detail, text } = entry;
    const by = { by: me.personId, organisationId: me.position.organisationId };
    const act = { kind, actId: actIdOf(me.personId, key), at, ...by, detail, text, relay: false };
    await this.ledger.record(manager, `organisation/${detail.organisationId}`, act);
  }
}

/** S58: the same level's; of a municipal bureau, which has none of its own, the organiser in whose node it is (S4). */
const isOfNode = ({ position }: Caller, { organisationId, kind, credentialParentId }: Held): boolean =>
  organisationId === position.organisationId || (kind === 'municipal' && credentialParentId === position.organisationId);

/** @throws DomainError ACT_NOT_PERMITTED for who decides there anyway, and for who cannot sign in */
async function refuseSitting(manager: EntityManager, personId: string, organisationId: string): Promise<void> {
  const sitting = await manager.query<unknown[]>(
    "select 1 from held_position where personId = ? and organisationId = ? and role in ('manager', 'superAdmin') and endedAt is null",
    [personId, organisationId],
  );
  const login = await manager.query<unknown[]>(
    'select 1 from credential where personId = ? and disabled = 0 and revokedAt is null lock in share mode',
    [personId],
  );
  if (sitting.length > 0 || login.length === 0) {
    throw new DomainError('ACT_NOT_PERMITTED', { reason: (sitting.length > 0 ? 'sitsAtDesk' : 'noLogin') satisfies Reason });
  }
}

/** The end of the day in Shanghai (P12). @throws DomainError INVALID_INPUT for no day, or one that is over */
function endOf(endsOn: string, at: Instant): Instant {
  if (!isPlainDate(endsOn) || endsOn < shanghaiDateOf(at)) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: 'endsOn', reason: 'past' }] });
  }
  return endOfDay(endsOn);
}
