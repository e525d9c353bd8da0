import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller, Reason } from '@dengke/contract';
import { actIdOf, BusinessClock, changeOne, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Credential } from '../credentials/credential.entity';
import { OrganisationsService } from '../organisations/organisations.service';
import { AttemptsService } from '../sign-in/attempts.service';
import { UnusedCredentials } from '../sign-in/unused-credentials';
import type { CustodyDto } from './custody.dto';

interface Act {
  me: Caller;
  key: string;
  personId: string;
  reason: string;
  kind: 'credentialDisabled' | 'credentialEnabled' | 'credentialUnlocked';
}

/** What the security administrator does with the logins of his part of the graphs, each time with a reason and an entry of the ledger. */
@Injectable()
export class CustodyService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly organisations: OrganisationsService,
    private readonly attempts: AttemptsService,
    private readonly unused: UnusedCredentials,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED for a disabled one, and for one's own */
  disable(me: Caller, key: string, personId: string, { reason }: CustodyDto): Promise<void> {
    if (personId === me.personId) {
      throw new DomainError('ACT_NOT_PERMITTED', { reason: 'ownLogin' satisfies Reason });
    }
    return this.act({ me, key, personId, reason, kind: 'credentialDisabled' }, async (manager, credential) => {
      await turn(manager, credential, true);
      await manager.query('delete from session where personId = ?', [personId]);
    });
  }

  /** @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED for one that is not disabled */
  enable(me: Caller, key: string, personId: string, { reason }: CustodyDto): Promise<void> {
    return this.act({ me, key, personId, reason, kind: 'credentialEnabled' }, async (manager, credential) => {
      await turn(manager, credential, false);
      await this.unused.used(personId, manager);
    });
  }

  /** @throws DomainError NOT_FOUND */
  unlock(me: Caller, key: string, personId: string, { reason }: CustodyDto): Promise<void> {
    return this.act({ me, key, personId, reason, kind: 'credentialUnlocked' }, (_, { login }) => this.attempts.succeeded(login));
  }

  private async act(
    { me, key, personId, reason, kind }: Act,
    change: (manager: EntityManager, credential: Credential) => Promise<void>,
  ): Promise<void> {
    const organisationId = await this.organisations.knownIn(me, personId);
    const credential = organisationId === null ? null : await this.database.manager.findOneBy(Credential, { personId });
    if (credential === null) {
      throw new DomainError('NOT_FOUND');
    }
    const at = this.clock.now();
    await inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act: kind, personId, reason }, at }, async () => {
        await change(manager, credential);
        await this.ledger.record(manager, `organisation/${organisationId}`, {
          ...{ kind, actId: actIdOf(me.personId, key), at, by: me.personId, organisationId: me.position.organisationId },
          ...{ detail: { personId, credentialId: credential.id }, text: { reason }, relay: false },
        });
        return {};
      }),
    );
  }
}

async function turn(manager: EntityManager, { id, version, disabled }: Credential, off: boolean): Promise<void> {
  if (disabled === off) {
    throw new DomainError('ACT_NOT_PERMITTED', { reason: (off ? 'alreadyDisabled' : 'notDisabled') satisfies Reason });
  }
  await changeOne(manager, 'update credential set disabled = ?, version = version + 1 where id = ? and version = ?', [off, id, version]);
}
