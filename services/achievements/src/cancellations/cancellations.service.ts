import type { Caller, Progress } from '@dengke/contract';
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
import { SubmissionsService } from '../submissions/submissions.service';
import { Cancellation } from './cancellation.entity';
import { CancelDto } from './cancellations.dto';
import type { CancellationView } from './cancellations.dto';

/** 注销, by the department alone (P36). */
@Injectable()
export class CancellationsService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: ActsService,
    private readonly corrections: CorrectionActsService,
    private readonly issuing: IssuingService,
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

  async view(me: Caller, serial: string): Promise<CancellationView> {
    const { registrationNumber, ground, cancelledAt, document } = await this.of(me, serial);
    return { serial, registrationNumber, ground, cancelledAt, document };
  }

  async document(me: Caller, serial: string): Promise<Downloadable> {
    return this.documents.open((await this.of(me, serial)).document);
  }

  /** In one transaction with the act: certificate, the public register's mark, correction that waits, and the row of the cancellation. */
  record(me: Caller, key: string, serial: string, { ground, reason }: CancelDto, document: OfficialDocument): Promise<Progress> {
    // The digest of ground and document is what makes a repeated request the same one.
    const input = { reason, ground, document: document.sha256 };
    return this.acts.byPerson(me, key, serial, 'cancel', input, async (context) => {
      await this.lapseOpenCorrection(context, me, key);
      return this.ended(context, { ground, document });
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

  private async ended(context: ActContext, { ground, document }: Pick<Cancellation, 'ground' | 'document'>): Promise<Change> {
    const { manager, submission, at, input } = context;
    const { serial, legs } = submission;
    const registrationNumber = submission.registrationNumber ?? '';
    await this.issuing.cancel(manager, await this.issuing.valid(manager, registrationNumber), at);
    const cancelledBy = person(context).personId;
    await manager.insert(Cancellation, { serial, registrationNumber, ground, document, cancelledBy, cancelledAt: at });
    return {
      submission: { state: 'cancelled' },
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
