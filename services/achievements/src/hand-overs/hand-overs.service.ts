import type { Caller } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { AccountsClient } from '../accounts-client';
import { ManyActsService } from '../acts/many-acts.service';
import { DraftsService } from '../drafts/drafts.service';
import { SubmissionsService } from '../submissions/submissions.service';
import type { HandedOver, HandOverDto } from './hand-overs.dto';

/** Nobody has so many open at once. */
const MOST = 500;

/** 移交: what one who has left was at goes on with a colleague of the same unit. */
@Injectable()
export class HandOversService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly ledger: Ledger,
    private readonly accounts: AccountsClient,
    private readonly work: DraftsService,
    private readonly submissions: SubmissionsService,
    private readonly acts: ManyActsService,
  ) {}

  /** @throws DomainError NOT_FOUND when nobody of the unit is to take over */
  async handOver(me: Caller, key: string, dto: HandOverDto): Promise<HandedOver> {
    const { fromPersonId, toPersonId, reason } = dto;
    const unitId = me.position.organisationId;
    const colleagues = await this.accounts.peopleOf(unitId);
    if (fromPersonId === toPersonId || !colleagues.some(({ personId }) => personId === toPersonId)) {
      throw new DomainError('NOT_FOUND', { field: 'toPersonId' });
    }
    const at = this.clock.now();
    const draftIds = await inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act: 'handOverDrafts', unitId, ...dto }, at }, () =>
        this.drafts(manager, me, key, dto),
      ),
    );
    const open = (await this.submissions.openOf(me, [unitId])).andWhere('s.submitterId = :fromPersonId', { fromPersonId });
    const serials = (await open.take(MOST).getMany()).map(({ serial }) => serial);
    const submissions = await this.acts.byPerson(me, key, { act: 'handOver', serials, input: { toPersonId, reason } });
    return { draftIds, submissions };
  }

  private async drafts(manager: EntityManager, me: Caller, key: string, dto: HandOverDto): Promise<string[]> {
    const { fromPersonId, toPersonId, reason } = dto;
    const unitId = me.position.organisationId;
    const draftIds = await this.work.handOver(manager, unitId, fromPersonId, toPersonId);
    for (const id of draftIds) {
      await this.ledger.record(manager, `draft/${id}`, {
        kind: 'handOver',
        actId: actIdOf(me.personId, key),
        at: this.clock.now(),
        by: me.personId,
        organisationId: unitId,
        detail: { fromPersonId, toPersonId },
        text: { reason },
        relay: false,
      });
    }
    return draftIds;
  }
}
