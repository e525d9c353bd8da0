import type { Caller, Instant } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, isDuplicate, Ledger, once } from '@dengke/service-kit';
import type { Parts } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { positionOf } from '../acts/act-context';
import { progressOf as submissionProgressOf, subjectOf } from '../acts/facts';
import { Submission } from '../acts/submission.entity';
import { IssuingService } from '../certificates/issuing.service';
import { DeadlinesService } from '../deadlines/deadlines.service';
import type { OfficialDocument } from '../documents/official-documents.service';
import { correctedFields } from './corrected-fields';
import { CorrectionActsService } from './correction-acts.service';
import { progressOf } from './correction-facts';
import type { CorrectionProgress } from './correction-facts';
import { Correction } from './correction.entity';
import type { AskDto } from './corrections.dto';
import { CorrectionsService } from './corrections.service';

/** What the unit does about a correction: asks for it, and takes it back until it is decided. */
@Injectable()
export class AskingService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly ledger: Ledger,
    private readonly acts: CorrectionActsService,
    private readonly issuing: IssuingService,
    private readonly deadlines: DeadlinesService,
    private readonly corrections: CorrectionsService,
  ) {}

  /** @throws DomainError NOT_FOUND outside the unit, ACT_NOT_PERMITTED unless registered, CORRECTION_OPEN, NOTHING_CORRECTED, INVALID_INPUT */
  async ask(me: Caller, key: string, serial: string, parts: Parts): Promise<CorrectionProgress> {
    const { unitId } = await this.corrections.ofOwnUnit(me, serial);
    return this.corrections.received(me, parts, (dto, document) => this.record(me, { key, serial, unitId, ...dto, document }));
  }

  /** @throws DomainError NOT_FOUND outside the unit, CORRECTION_DECIDED */
  async withdraw(me: Caller, key: string, id: string, reason: string | undefined): Promise<CorrectionProgress> {
    const at = this.clock.now();
    const { serial } = await this.corrections.visible(me, id);
    await this.corrections.ofOwnUnit(me, serial);
    const command = { act: 'withdraw', id, by: me, at, actId: actIdOf(me.personId, key), reason } as const;
    return inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act: 'withdraw', id, reason }, at }, async () =>
        progressOf(await this.acts.perform(manager, command)),
      ),
    );
  }

  /** @param asked with the document that is kept already */
  async record(me: Caller, asked: Asked): Promise<CorrectionProgress> {
    const at = this.clock.now();
    const { key, serial, reason, changes, document } = asked;
    const body = { act: 'ask', serial, reason, changes, document: document.sha256 };
    try {
      return await inTransaction(this.database, (manager) =>
        once(manager, { personId: me.personId, key, body, at }, () => this.write(manager, me, asked, at)),
      );
    } catch (error) {
      throw isDuplicate(error, 'correction_one_open') ? new DomainError('CORRECTION_OPEN') : error;
    }
  }

  /** Under the lock of the submission's ledger: what is registered stays so meanwhile. */
  private async write(
    manager: EntityManager,
    me: Caller,
    { key, serial, unitId, reason, changes, document }: Asked,
    at: Instant,
  ): Promise<CorrectionProgress> {
    await this.ledger.lockHead(manager, subjectOf(serial));
    const submission = await manager.findOneByOrFail(Submission, { serial });
    const { registrationNumber, legs, state } = submission;
    if (registrationNumber === null || (state !== 'registered' && state !== 'reported')) {
      throw new DomainError('ACT_NOT_PERMITTED', { current: submissionProgressOf(submission) });
    }
    const deskId = legs[positionOf({ legs }, 'department')]?.organisationId ?? '';
    const due = await this.deadlines.count(manager, 'correction', at, deskId);
    const row = manager.create(Correction, {
      ...{ id: uuidv7(), serial, unitId, deskId, registrationNumber, document, askedBy: me.personId, askedAt: at },
      changes: correctedFields(await this.issuing.valid(manager, registrationNumber), named(changes)),
      ...{ state: 'asked', due, startOn: due.startOn, dueOn: due.dueOn, dueAt: due.dueAt, escalatedAt: null },
      ...{ certificateVersion: null, lastFact: 1, lastAt: at, version: 1 },
    });
    await this.acts.begin(manager, row, { act: 'ask', id: row.id, by: me, at, actId: actIdOf(me.personId, key), reason });
    return progressOf(row);
  }
}

export interface Asked extends AskDto {
  key: string;
  serial: string;
  unitId: string;
  document: OfficialDocument;
}

/** As registered: without the classes of the request. */
const named = ({ units, ...others }: AskDto['changes']) => ({
  ...others,
  ...(units && { units: units.map(({ name, uscc }) => ({ name, uscc })) }),
});
