import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock, DomainError, inTransaction, isSecretOf, Ledger, once } from '@dengke/service-kit';
import { ApplicationActsService } from './application-acts.service';
import type { ApplicationKind } from './application-acts.service';
import { progressOf } from './application-facts';
import type { ApplicationProgress } from './application-facts';
import { noLimit } from './application-standing';
import type { ApplicationStanding } from './application-standing';

/** Where an application stands, for whoever has its secret. */
export interface ApplicantView extends ApplicationProgress {
  /** Last day of the present limit; null where none runs, or it has not been counted yet. */
  dueOn: string | null;
  /** Past the calendar's horizon (P40). */
  dueProvisional: boolean;
  /** Why it was refused. */
  reason: string | null;
}

/** Those who apply have no account: id and secret stand for them. A wrong secret and an unknown id look alike. */
@Injectable()
export class ApplicantsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly acts: ApplicationActsService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async view<R extends ApplicationStanding>(kind: ApplicationKind<R>, id: string, secret: string | undefined): Promise<ApplicantView> {
    const row = await this.database.manager.findOneBy<ApplicationStanding>(kind.entity, { id });
    if (row === null) {
      throw new DomainError('NOT_FOUND');
    }
    requireSecret(row, secret);
    const { dueOn, due } = row;
    const dueProvisional = dueOn !== null && due?.provisional === true;
    return { ...progressOf(row), dueOn, dueProvisional, reason: row.state === 'refused' ? await this.reasonOf(kind.subjectOf(id)) : null };
  }

  /** @throws DomainError NOT_FOUND, APPLICATION_DECIDED, ALREADY_OPENED */
  async withdraw<R extends ApplicationStanding & { openedAt?: string | null }>(
    kind: ApplicationKind<R>,
    id: string,
    key: string,
    secret: string | undefined,
  ): Promise<ApplicationProgress> {
    const at = this.clock.now();
    const command = { act: 'withdraw', id, by: null, at, actId: `applicant:${key}` };
    return inTransaction(this.database, (manager) =>
      once(manager, { personId: kind.subjectOf(id), key, body: { act: 'withdraw', id, secret }, at }, async () =>
        progressOf(
          await this.acts.perform(manager, kind, command, {
            admit: async (row) => requireSecret(row, secret),
            change: (row) => {
              if (row.openedAt) {
                throw new DomainError('ALREADY_OPENED');
              }
              return { set: noLimit as Partial<R> };
            },
          }),
        ),
      ),
    );
  }

  private async reasonOf(subject: string): Promise<string | null> {
    const refusal = (await this.ledger.timeline(subject)).find(({ kind }) => kind === 'refuse');
    const reason = refusal?.text?.['reason'];
    return typeof reason === 'string' ? reason : null;
  }
}

function requireSecret({ secretDigest }: ApplicationStanding, secret: string | undefined): void {
  if (secret === undefined || !isSecretOf(secret, secretDigest)) {
    throw new DomainError('NOT_FOUND');
  }
}
