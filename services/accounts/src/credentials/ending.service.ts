import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller, Instant, OrganisationKind, Role } from '@dengke/contract';
import { actIdOf, BusinessClock, changeOne, DomainError, inTransaction, Ledger, once, toDatabase } from '@dengke/service-kit';
import type { NewEntry } from '@dengke/service-kit';
import { OrganisationsService } from '../organisations/organisations.service';
import type { EndPositionDto } from './holders.dto';
import { mayIssue } from './issuing-rules';

interface Held {
  positionId: string;
  personId: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  role: Role;
}

/**
 * Somebody has left: whoever issues such positions ends this one, with it the deputyships in its place, and takes back the login to which no other
 * is left (P6).
 */
@Injectable()
export class EndingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly organisations: OrganisationsService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, also for one that has ended, lies elsewhere or is a deputy’s; NOT_ALLOWED for one that others issue */
  async end(me: Caller, key: string, positionId: string, { reason }: EndPositionDto): Promise<void> {
    const at = this.clock.now();
    await inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act: 'endPosition', positionId, reason }, at }, async () => {
        const position = await this.theirs(manager, me, positionId);
        const { personId, organisationId } = position;
        const head = await this.ledger.lockHead(manager, `organisation/${organisationId}`);
        await changeOne(manager, 'update held_position set endedAt = ? where id = ? and endedAt is null', [toDatabase(at), positionId]);
        await manager.query('delete from session where positionId = ?', [positionId]);
        const common = { at, by: me.personId, organisationId: me.position.organisationId, relay: false };
        const told = (kind: string, detail: object): NewEntry => ({
          ...{ ...common, kind, actId: `${actIdOf(me.personId, key)}/${kind}`, detail: { ...detail }, text: { reason } },
        });
        let last = await this.ledger.append(manager, head, told('positionEnded', position));
        for (const [which, deputy] of (await endDeputies(manager, positionId, at)).entries()) {
          const { actId, ...entry } = told('deputyEnded', { ...deputy, organisationId });
          last = await this.ledger.append(manager, last, { ...entry, actId: `${actId}/${which + 1}` });
        }
        if (await shutLogin(manager, personId, at)) {
          await this.ledger.append(manager, last, told('credentialRevoked', { personId }));
        }
        return {};
      }),
    );
  }

  private async theirs(manager: EntityManager, me: Caller, positionId: string): Promise<Held> {
    const [held] = await manager.query<Held[]>(
      `select p.id as positionId, p.personId, p.organisationId, o.kind as organisationKind, p.role
         from held_position p join organisation o on o.id = p.organisationId
        where p.id = ? and p.endedAt is null and p.deputyOf is null`,
      [positionId],
    );
    const organisation = await this.organisations.within(me, held?.organisationId ?? '');
    if (held === undefined || !mayIssue(me.position, organisation, held.role)) {
      throw new DomainError('NOT_ALLOWED');
    }
    return held;
  }
}

/** Who stood in for the one who leaves stands in for nobody any more. */
async function endDeputies(manager: EntityManager, deputyOf: string, at: Instant): Promise<{ positionId: string; personId: string }[]> {
  const now = toDatabase(at);
  const deputies = await manager.query<{ positionId: string; personId: string }[]>(
    'select id as positionId, personId from held_position where deputyOf = ? and endedAt > ? order by id for update',
    [deputyOf, now],
  );
  for (const { positionId } of deputies) {
    await changeOne(manager, 'update held_position set endedAt = ? where id = ?', [now, positionId]);
    await manager.query('delete from session where positionId = ?', [positionId]);
  }
  return deputies;
}

/**
 * Of whoever holds nothing any more, here or elsewhere; issued again, it has a first password like a new one. The login is held before the
 * positions are looked at: whoever is given another in this moment has taken hold of it first, or finds it taken back.
 */
async function shutLogin(manager: EntityManager, personId: string, at: Instant): Promise<boolean> {
  const now = toDatabase(at);
  const [credential] = await manager.query<{ version: number }[]>(
    'select version from credential where personId = ? and revokedAt is null for update',
    [personId],
  );
  const held = await manager.query<unknown[]>(
    'select 1 from held_position where personId = ? and (endedAt is null or endedAt > ?) limit 1',
    [personId, now],
  );
  if (held.length > 0 || credential === undefined) {
    return false;
  }
  await changeOne(manager, 'update credential set revokedAt = ?, version = version + 1 where personId = ? and version = ?', [
    ...[now, personId, credential.version],
  ]);
  await manager.query('delete from session where personId = ?', [personId]);
  return true;
}
