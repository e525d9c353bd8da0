import type { Caller } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { unfinishedStates } from '../acts/late';
import { SubmissionLeg } from '../acts/submission-leg.entity';
import { SubmissionStage } from '../acts/submission-stage.entity';
import { Submission } from '../acts/submission.entity';
import { isClosed, isFrozen } from '../drafts/submitted-drafts';
import { Organisation } from '../organisations/organisation.entity';
import { isSealed, sealedAs, seesContact, seesWhole } from './sight';
import type { Seal } from './sight';

/** A submission as somebody finds it who may see that it is there. */
export interface Reading {
  submission: Submission;
  stages: SubmissionStage[];
  /** Why it is closed, its name too, to everybody but who looks into a suspicion of secrecy; null where it is not. */
  sealed: Seal['as'] | null;
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
    const seal = await this.sealOf(submission);
    const whole = seesWhole(beholder, submission, stages, seal);
    return { submission, stages, sealed: seal?.as ?? null, whole, contact: seesContact(beholder, submission) };
  }

  /** For all that comes of form and files. @throws DomainError NOT_FOUND also for a desk that it has not reached or that has lost it, SECRECY_SUSPECTED, RETENTION_OVER */
  async readWhole(me: Caller, serial: string): Promise<Reading> {
    const reading = await this.read(me, serial);
    if (!reading.whole) {
      throw new DomainError(reading.sealed ?? 'NOT_FOUND');
    }
    return reading;
  }

  /** By its own state, or by that of whatever else was submitted of its draft. */
  private async sealOf(submission: Submission): Promise<Seal | null> {
    if (isSealed(submission)) {
      return { as: sealedAs(submission), forGood: submission.state !== 'suspected' };
    }
    const { draftId } = submission;
    const { manager } = this.database;
    return (await isFrozen(manager, draftId)) ? { as: 'SECRECY_SUSPECTED', forGood: await isClosed(manager, draftId) } : null;
  }

  /** For what says what is registered without being of form or files. @throws DomainError NOT_FOUND, SECRECY_SUSPECTED (P17), RETENTION_OVER */
  async unsealed(me: Caller, serial: string): Promise<Submission> {
    const submission = await this.visible(me, serial);
    const seal = await this.sealOf(submission);
    if (seal !== null) {
      throw new DomainError(seal.as);
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
