import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import type { Acting } from '../applications/application-acts.service';
import type { Credential } from './credential.entity';

export interface FirstPasswordChanged {
  by: Acting;
  credentialId: string;
  at: Instant;
}
type Listener = (manager: EntityManager, changed: FirstPasswordChanged) => Promise<void>;

/** A changed password in the ledger; a first one is told to the application on which it was issued, in the same transaction. */
@Injectable()
export class PasswordChanges {
  private readonly listeners: Listener[] = [];

  constructor(private readonly ledger: Ledger) {}

  onFirst(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** @param credential as it was before the change */
  async record(manager: EntityManager, by: Acting, credential: Credential, at: Instant): Promise<void> {
    const { id: credentialId, version, mustChange, personId } = credential;
    for (const listener of mustChange ? this.listeners : []) {
      await listener(manager, { by, credentialId, at });
    }
    await this.ledger.record(manager, `organisation/${by.position.organisationId}`, {
      kind: 'passwordChanged',
      actId: `passwordChanged:${personId}:${version}`,
      at,
      by: personId,
      organisationId: by.position.organisationId,
      detail: { personId },
      relay: false,
    });
  }
}
