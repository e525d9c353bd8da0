import { namedSubject } from '@dengke/contract';
import type { Caller, Identified } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { AccountsClient } from '../accounts-client';
import { subjectOf } from '../acts/facts';
import { Submission } from '../acts/submission.entity';
import type { IdentifyDto, OwnEntryPage } from './entries.dto';
import { EntriesService } from './entries.service';
import { NamedEntry } from './named-entry.entity';

/**
 * A unit says which of its people a completer of another unit's form is. It changes nothing of the submission and is recorded beside it: whether
 * anybody was named is not to be seen from there (decision 0030).
 */
@Injectable()
export class IdentifyingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly accounts: AccountsClient,
    private readonly entries: EntriesService,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID_INPUT for whoever is not of the unit, ACT_NOT_PERMITTED once he has answered, or it is over */
  async identify(me: Caller, key: string, serial: string, { entry: party, personId }: IdentifyDto): Promise<OwnEntryPage[]> {
    if (!(await this.entries.one(me, serial)).some((one) => one.party === party)) {
      throw new DomainError('NOT_FOUND');
    }
    const people = await this.accounts.peopleOf(me.position.organisationId);
    if (!people.some((one) => one.personId === personId)) {
      throw new DomainError('INVALID_INPUT', { fields: [{ field: 'personId', reason: 'personOfUnit' }] });
    }
    const at = this.clock.now();
    const detail: Identified = { serial, entry: party, personId };
    await inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act: 'identify', ...detail }, at }, async () => {
        // No resubmission writes the entries anew meanwhile.
        await this.ledger.lockHead(manager, subjectOf(serial));
        const unitId = await write(manager, detail);
        await this.ledger.record(manager, namedSubject(serial, unitId), {
          ...{ kind: 'identify', actId: actIdOf(me.personId, key), at, by: me.personId, organisationId: me.position.organisationId },
          ...{ detail: { ...detail }, relay: false },
        });
        return null;
      }),
    );
    return this.entries.one(me, serial);
  }
}

/** @returns the unit whose word it is */
async function write(manager: EntityManager, { serial, entry: party, personId }: Identified): Promise<string> {
  const { state } = await manager.findOneByOrFail(Submission, { serial });
  const row = await manager.findOneBy(NamedEntry, { serial, party });
  const isAsked = row !== null && row.field !== null && ['in-review', 'returned'].includes(state);
  const hasSpoken = row !== null && row.personId !== null && row.answeredBy === row.personId;
  if (!isAsked || hasSpoken || row.unitId === null) {
    throw new DomainError('ACT_NOT_PERMITTED');
  }
  await manager.update(NamedEntry, { serial, party }, { personId });
  return row.unitId;
}
