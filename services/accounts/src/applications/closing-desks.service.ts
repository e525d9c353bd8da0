import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { credentialApplicationRules, organiserApplicationRules } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { ApplicationActsService } from './application-acts.service';
import type { ApplicationCommand } from './application-acts.service';
import { credentialApplications } from './application-kinds';

/** In which of its states a desk has an application to decide; of each kind's table. */
const undecided = {
  credential_application: credentialApplicationRules.refuse.from,
  organiser_application: organiserApplicationRules.refuse.from,
};

/** What becomes of the applications at a desk that closes. */
@Injectable()
export class ClosingDesks {
  constructor(private readonly acts: ApplicationActsService) {}

  /** How many wait to be decided at these desks; what was issued waits for its holder. */
  async waitingAt(manager: EntityManager, deskIds: readonly string[]): Promise<number> {
    if (deskIds.length === 0) {
      return 0;
    }
    const tables = Object.entries(undecided);
    const sums = tables.map(([table]) => `(select count(*) from ${table} where deskId in (?) and state in (?))`).join(' + ');
    const parameters = tables.flatMap(([, states]) => [deskIds, states]);
    const [row] = await manager.query<{ count: number | string }[]>(`select ${sums} as count`, parameters);
    return Number(row?.count ?? 0);
  }

  /** What was issued here goes to the desk that has it again should the first password fall void (P8). */
  async passOn(manager: EntityManager, fromDeskId: string, deskId: string, act: Omit<ApplicationCommand, 'act' | 'id'>): Promise<void> {
    const rows = await manager.query<{ id: string }[]>(
      'select id from credential_application where deskId = ? and state in (?) order by id',
      [fromDeskId, credentialApplicationRules.redirect.from],
    );
    for (const { id } of rows) {
      const command = { ...act, act: 'redirect', id };
      await this.acts
        .perform(manager, credentialApplications, command, { change: () => ({ set: { deskId }, detail: { fromDeskId } }) })
        .catch(overMeanwhile);
    }
  }
}

/** Its holder has just changed the first password: nobody has it any more. */
function overMeanwhile(error: unknown): void {
  if (!(error instanceof DomainError) || error.code !== 'APPLICATION_DECIDED') {
    throw error;
  }
}
