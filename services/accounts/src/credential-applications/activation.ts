import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { ApplicationActsService } from '../applications/application-acts.service';
import { credentialApplications } from '../applications/application-kinds';
import { noLimit } from '../applications/application-standing';
import { PasswordChanges } from '../credentials/password-changes';
import type { FirstPasswordChanged } from '../credentials/password-changes';
import { CredentialApplication } from './credential-application.entity';

/** The holder has changed the first password: the application on which it was issued has come to its end (P8). */
@Injectable()
export class Activation implements OnModuleInit {
  constructor(
    private readonly acts: ApplicationActsService,
    private readonly changes: PasswordChanges,
  ) {}

  onModuleInit(): void {
    this.changes.onFirst((manager, changed) => this.activate(manager, changed));
  }

  private async activate(manager: EntityManager, { by, credentialId, at }: FirstPasswordChanged): Promise<void> {
    const found = await manager.findBy(CredentialApplication, { credentialId, state: In(['issued', 'issued-expired']) });
    for (const { id } of found) {
      const command = { act: 'activate', id, by, at, actId: `activate:${credentialId}` };
      await this.acts.perform(manager, credentialApplications, command, { change: () => ({ set: noLimit }) });
    }
  }
}
