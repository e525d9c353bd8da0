import type { ActInput, Caller, Progress } from '@dengke/contract';
import { actIdOf, DomainError } from '@dengke/service-kit';
import type { Downloadable, Parts } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { person } from '../acts/act-context';
import type { ActContext, Change } from '../acts/act-context';
import { ActsService } from '../acts/acts.service';
import { IssuingService } from '../certificates/issuing.service';
import { CorrectionActsService } from '../corrections/correction-acts.service';
import { Correction } from '../corrections/correction.entity';
import { OfficialDocumentsService } from '../documents/official-documents.service';
import type { OfficialDocument } from '../documents/official-documents.service';
import { PublicationService } from '../publicity/publication.service';
import { SubmissionsService } from '../submissions/submissions.service';
import { Cancellation } from './cancellation.entity';
import { CancelDto } from './cancellations.dto';
import type { CancelClassifiedDto, CancellationView } from './cancellations.dto';

type Grounds = Pick<Cancellation, 'ground' | 'document'>;

/** 注销, by the department alone (P36). */
@Injectable()
export class CancellationsService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: ActsService,
    private readonly corrections: CorrectionActsService,
    private readonly issuing: IssuingService,
    private readonly publication: PublicationService,
    private readonly submissions: SubmissionsService,
    private readonly documents: OfficialDocumentsService,
  ) {}

  /**
   * Ends the registration and its certificate; the number is never given again (P34), the achievement may be registered anew (P19).
   * @throws DomainError NOT_FOUND, NOT_ALLOWED, ACT_NOT_PERMITTED unless registered, OWN_SUBMISSION, SECOND_STAGE to whoever has approved it
   */
  async cancel(me: Caller, key: string, serial: string, parts: Parts): Promise<Progress> {
    await this.submissions.visible(me, serial);
    return this.documents.withDocument(me, parts, CancelDto, (dto, document) => this.record(me, key, serial, dto, document));
  }

  /**
   * What is classified and registered all the same (S49), also while somebody suspects so: its reason is the number of a document, its form and files stay closed
   * for good, and the register shows no more of it than its number (P17, decision 0031).
   * @throws DomainError as `cancel`; what is suspected without a number is excluded instead
   */
  async cancelClassified(me: Caller, key: string, serial: string, { documentNumber }: CancelClassifiedDto): Promise<Progress> {
    await this.submissions.visible(me, serial);
    const ground = 'classified';
    const input = { reason: documentNumber, ground };
    return this.perform(me, key, serial, input, { ground, document: { number: documentNumber } });
  }

  async view(me: Caller, serial: string): Promise<CancellationView> {
    const { registrationNumber, ground, cancelledAt, document } = await this.of(me, serial);
    const shown = 'number' in document ? { document: null, documentNumber: document.number } : { document, documentNumber: null };
    return { serial, registrationNumber, ground, cancelledAt, ...shown };
  }

  /** @throws DomainError NOT_FOUND, also of what was cancelled by a number alone */
  async document(me: Caller, serial: string): Promise<Downloadable> {
    const { document } = await this.of(me, serial);
    if ('number' in document) {
      throw new DomainError('NOT_FOUND');
    }
    return this.documents.open(document);
  }

  record(me: Caller, key: string, serial: string, { ground, reason }: CancelDto, document: OfficialDocument): Promise<Progress> {
    // The digest of ground and document is what makes a repeated request the same one.
    const input = { reason, ground, document: document.sha256 };
    return this.perform(me, key, serial, input, { ground, document });
  }

  /** In one transaction with the act: certificate, the public register's mark, correction that waits, and the row of the cancellation. */
  private perform(me: Caller, key: string, serial: string, input: ActInput, grounds: Grounds): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'cancel', input, async (context) => {
      if (context.submission.state === 'suspected' && grounds.ground !== 'classified') {
        throw new DomainError('ACT_NOT_PERMITTED', { rule: 'P17' });
      }
      const { registrationNumber } = context.submission;
      if (registrationNumber === null) {
        throw new DomainError('ACT_NOT_PERMITTED', { rule: 'P36' });
      }
      await this.lapseOpenCorrection(context, me, key);
      return this.ended(context, registrationNumber, grounds);
    });
  }

  private async of(me: Caller, serial: string): Promise<Cancellation> {
    await this.submissions.visible(me, serial);
    const cancellation = await this.database.manager.findOneBy(Cancellation, { serial });
    if (cancellation === null) {
      throw new DomainError('NOT_FOUND');
    }
    return cancellation;
  }

  private async ended(context: ActContext, registrationNumber: string, grounds: Grounds): Promise<Change> {
    const { manager, submission, at, input } = context;
    const { serial, draftId, legs } = submission;
    const { ground } = grounds;
    const excluded = ground === 'classified';
    await this.issuing.cancel(manager, await this.issuing.valid(manager, registrationNumber), at);
    if (excluded) {
      await this.publication.withhold(manager, draftId, true);
    }
    const cancelledBy = person(context).personId;
    await manager.insert(Cancellation, { serial, registrationNumber, ...grounds, cancelledBy, cancelledAt: at });
    return {
      submission: { state: 'cancelled', excluded },
      changed: true,
      wait: { for: 'nothing' },
      detail: { ground, routeDeskIds: legs.map(({ organisationId }) => organisationId) },
      text: { reason: input.reason },
    };
  }

  /** Nothing is left to be corrected. */
  private async lapseOpenCorrection({ manager, submission, at }: ActContext, me: Caller, key: string): Promise<void> {
    const open = await manager.findOneBy(Correction, { serial: submission.serial, state: 'asked' });
    if (open !== null) {
      await this.corrections.perform(manager, { act: 'lapse', id: open.id, by: me, at, actId: actIdOf(me.personId, key) });
    }
  }
}
