import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '@dengke/contract';
import { BusinessClock, DomainError, inTransaction, once } from '@dengke/service-kit';
import { mayIssue } from '../credentials/issuing-rules';
import { OrganisationsService } from '../organisations/organisations.service';
import { PeopleService } from '../people/people.service';
import type { HeldPosition } from '../people/people.service';
import { SessionsService } from '../sessions/sessions.service';
import { SecondFactorLedger } from './second-factor-ledger';

/** Whoever has lost telephone and recovery codes turns to the level that issued the login (S56); then a new second factor is enrolled. */
@Injectable()
export class ResetService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: SecondFactorLedger,
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED unless the caller could issue every position the person holds */
  async reset(me: Caller, key: string, personId: string): Promise<void> {
    const positions = await this.people.positionsOf(personId);
    const [first] = positions;
    if (first === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    await this.requireIssuer(me, positions);
    const act = { personId: me.personId, key, body: { act: 'resetSecondFactor', personId }, at: this.clock.now() };
    await inTransaction(this.database, (manager) =>
      once(manager, act, async () => {
        const whose = { personId, organisationId: first.organisationId, by: me.personId };
        await this.ledger.tell(manager, whose, 'secondFactorReset', { positionId: me.position.id });
        for (const table of ['totp_secret', 'passkey', 'recovery_code']) {
          await manager.query(`delete from ${table} where personId = ?`, [personId]);
        }
        await this.sessions.endAll(manager, personId);
        return {};
      }),
    );
  }

  private async requireIssuer(me: Caller, positions: readonly HeldPosition[]): Promise<void> {
    for (const { organisationId, role } of positions) {
      const organisation = await this.organisations.within(me, organisationId);
      if (!mayIssue(me.position, organisation, role)) {
        throw new DomainError('NOT_ALLOWED');
      }
    }
  }
}
