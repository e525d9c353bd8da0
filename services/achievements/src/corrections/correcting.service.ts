import type { Caller } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, isDuplicate, once } from '@dengke/service-kit';
import type { Writes } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ActContext, Change } from '../acts/act-context';
import { ActsService, personActor } from '../acts/acts.service';
import { IssuingService } from '../certificates/issuing.service';
import { fingerprintOf } from '../drafts/fingerprint';
import { withChanges } from './corrected-fields';
import { CorrectionActsService } from './correction-acts.service';
import type { CorrectionCommand } from './correction-acts.service';
import { progressOf } from './correction-facts';
import type { CorrectionProgress } from './correction-facts';
import type { Correction } from './correction.entity';
import { CorrectionsService } from './corrections.service';
import { refuseRenamedTo } from '../register-imports/registered-before';

/** The department's decision on a correction (P36). */
@Injectable()
export class CorrectingService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly acts: ActsService,
    private readonly correctionActs: CorrectionActsService,
    private readonly issuing: IssuingService,
    private readonly corrections: CorrectionsService,
  ) {}

  /**
   * One transaction: the correction is approved, a new version of the certificate takes the place of the valid one, and the submission's ledger
   * says so. Number and day of approval stay; with the name its fingerprint changes, and is unique still (P19).
   * @throws DomainError NOT_FOUND, NOT_ALLOWED, OWN_SUBMISSION, CORRECTION_DECIDED, ALREADY_REGISTERED, ACT_NOT_PERMITTED once it is cancelled
   */
  async approve(me: Caller, key: string, id: string): Promise<CorrectionProgress> {
    const command: CorrectionCommand = { act: 'approve', id, by: me, at: this.clock.now(), actId: actIdOf(me.personId, key) };
    const correction = await this.atDesk(me, id);
    refuseAsker(me, correction);
    try {
      return await this.decide(me, key, command, (writes) => this.correct(writes, me, command, correction));
    } catch (error) {
      throw isDuplicate(error, 'submission_one_live') ? new DomainError('ALREADY_REGISTERED', { rule: 'P19 S8 S50' }) : error;
    }
  }

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED, REASON_MISSING, CORRECTION_DECIDED */
  async refuse(me: Caller, key: string, id: string, reason: string | undefined): Promise<CorrectionProgress> {
    const command: CorrectionCommand = { act: 'refuse', id, by: me, at: this.clock.now(), actId: actIdOf(me.personId, key), reason };
    await this.atDesk(me, id);
    return this.decide(me, key, command, async ({ manager }) => progressOf(await this.correctionActs.perform(manager, command)));
  }

  private decide(
    me: Caller,
    key: string,
    { act, id, reason, at }: CorrectionCommand,
    write: (writes: Writes) => Promise<CorrectionProgress>,
  ): Promise<CorrectionProgress> {
    return inTransaction(this.database, (manager) =>
      once(manager, { personId: me.personId, key, body: { act, id, reason }, at }, (writes) => write(writes)),
    );
  }

  private async correct(writes: Writes, me: Caller, command: CorrectionCommand, asked: Correction): Promise<CorrectionProgress> {
    const { serial } = asked;
    const { at, actId } = command;
    let approved = asked;
    await this.acts.within(writes, { act: 'correct', serial, actor: personActor(me), input: {}, at, actId }, async (context) => {
      const certificate = await this.reissued(context, asked);
      approved = await this.correctionActs.perform(writes.manager, command, { certificateVersion: certificate.version });
      const change = changeOf(context, approved, certificate);
      await refuseRenamedTo(context.manager, context.submission, change.submission?.fingerprint ?? context.submission.fingerprint);
      return change;
    });
    return progressOf(approved);
  }

  private async reissued({ manager, at }: ActContext, { registrationNumber, changes }: Correction) {
    return this.issuing.reissue(manager, await this.issuing.valid(manager, registrationNumber), withChanges(changes), at);
  }

  /** @throws DomainError NOT_FOUND for those outside, NOT_ALLOWED for those who do not decide it */
  private async atDesk(me: Caller, id: string): Promise<Correction> {
    const correction = await this.corrections.visible(me, id);
    if (correction.deskId !== me.position.organisationId) {
      throw new DomainError('NOT_ALLOWED');
    }
    return correction;
  }
}

/** Nobody approves what he has asked for himself, from whichever position (P30). */
function refuseAsker({ personId, position }: Caller, { askedBy }: Correction): void {
  if (askedBy === personId || askedBy === position.deputyFor) {
    throw new DomainError('OWN_SUBMISSION');
  }
}

type Reissued = Awaited<ReturnType<IssuingService['reissue']>>;

function changeOf({ submission }: ActContext, { id }: Correction, { name, units, version }: Reissued): Change {
  const fingerprint = fingerprintOf(name, units[0]?.uscc ?? '');
  const routeDeskIds = submission.legs.map(({ organisationId }) => organisationId);
  return { submission: { name, fingerprint }, changed: true, detail: { correctionId: id, certificateVersion: version, routeDeskIds } };
}
