import type { Caller } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { unfinishedStates } from '../acts/late';
import { SubmissionLeg } from '../acts/submission-leg.entity';
import { SubmissionStage } from '../acts/submission-stage.entity';
import { Submission } from '../acts/submission.entity';
import { isFrozen } from '../drafts/submitted-drafts';
import { Organisation } from '../organisations/organisation.entity';
import { isSealed, sealedAs, seesContact, seesWhole } from './sight';

type Sealed = ReturnType<typeof sealedAs>;

/** A submission as somebody finds it who may see that it is there. */
export interface Reading {
  submission: Submission;
  stages: SubmissionStage[];
  /** Why it is closed, its name too, to everybody but who looks into a suspicion of secrecy; null where it is not. */
  sealed: Sealed | null;
  /** Whether form, files and words are his to see. */
  whole: boolean;
  /** Whether the applicant's telephone is, in full. */
  contact: boolean;
}

/**
 * Which submissions somebody may see and how much of each, always within the caller's part of the graphs: its own unit's, or those whose route it is on; and
 * what was that of an organisation it succeeded.
 */
@Injectable()
export class SubmissionsService {
  constructor(private readonly database: DataSource) {}

  /** How much of it the caller sees, as it stands now. @throws DomainError NOT_FOUND outside its part of the graphs */
  async read(me: Caller, serial: string): Promise<Reading> {
    const submission = await this.visible(me, serial);
    const stages = await this.database.manager.find(SubmissionStage, { where: { serial }, order: { round: 'ASC' } });
    const beholder = { me, own: await this.ownOf(me) };
    const sealed = await this.sealOf(submission);
    const whole = seesWhole(beholder, submission, stages, sealed !== null);
    return { submission, stages, sealed, whole, contact: seesContact(beholder, submission) };
  }

  /** For all that comes of form and files. @throws DomainError NOT_FOUND also for a desk that it has not reached or that has lost it, SECRECY_SUSPECTED, RETENTION_OVER */
  async readWhole(me: Caller, serial: string): Promise<Reading> {
    const reading = await this.read(me, serial);
    if (!reading.whole) {
      throw new DomainError(reading.sealed ?? 'NOT_FOUND');
    }
    return reading;
  }

  private async sealOf(submission: Submission): Promise<Sealed | null> {
    if (isSealed(submission)) {
      return sealedAs(submission);
    }
    return (await isFrozen(this.database.manager, submission.draftId)) ? 'SECRECY_SUSPECTED' : null;
  }

  /** For what says what is registered without being of form or files. @throws DomainError NOT_FOUND, SECRECY_SUSPECTED (P17), RETENTION_OVER */
  async unsealed(me: Caller, serial: string): Promise<Submission> {
    const submission = await this.visible(me, serial);
    if (isSealed(submission)) {
      throw new DomainError(sealedAs(submission));
    }
    return submission;
  }

  /** @throws DomainError NOT_FOUND for unknown and for forbidden serials alike */
  async visible(me: Caller, serial: string): Promise<Submission> {
    const submission = await (await this.within(me)).andWhere('s.serial = :serial', { serial }).getOne();
    if (submission === null) {
      throw new DomainError('NOT_FOUND');
    }
    return submission;
  }

  /** Under way within the caller's part of the graphs: of these units, or with one of these organisations at a desk to come. */
  async openOf(me: Caller, organisationIds: readonly string[]): Promise<SelectQueryBuilder<Submission>> {
    const query = await this.within(me);
    const toCome = query
      .subQuery()
      .select('1')
      .from(SubmissionLeg, 'desk')
      .where(
        'desk.serial = s.serial AND desk.organisationId IN (:...concerned) AND desk.position >= COALESCE(s.position, s.returnedFrom, 0)',
      );
    return query
      .andWhere('s.state IN (:...unfinished)', { unfinished: unfinishedStates })
      .andWhere(`(s.unitId IN (:...concerned) OR EXISTS ${toCome.getQuery()})`, { concerned: organisationIds })
      .orderBy('s.serial');
  }

  /** The caller's organisation, and those that it succeeded. */
  async ownOf({ position }: Caller): Promise<string[]> {
    const succeeded = await this.database.manager.findBy(Organisation, { successorId: position.organisationId });
    return [position.organisationId, ...succeeded.map(({ id }) => id)];
  }

  /** The caller's part of the graphs, as a condition of the query. */
  async within(me: Caller): Promise<SelectQueryBuilder<Submission>> {
    const { position } = me;
    const query = this.database.manager.createQueryBuilder(Submission, 's');
    const own = await this.ownOf(me);
    if (position.organisationKind === 'unit') {
      return query.where('s.unitId IN (:...own)', { own });
    }
    const onRoute = query
      .subQuery()
      .select('1')
      .from(SubmissionLeg, 'leg')
      .where('leg.serial = s.serial AND leg.organisationId IN (:...own)');
    return query.where(`EXISTS ${onRoute.getQuery()}`, { own });
  }
}
