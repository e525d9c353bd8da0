import { shanghaiDateOf } from '@dengke/calendar';
import { isCorrectionOver, correctionStates } from '@dengke/contract';
import type { Caller, CorrectionState, PlainDate } from '@dengke/contract';
import { DomainError, Ledger } from '@dengke/service-kit';
import type { Downloadable, Parts } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan } from 'typeorm';
import type { Submission } from '../acts/submission.entity';
import { OfficialDocumentsService } from '../documents/official-documents.service';
import type { OfficialDocument } from '../documents/official-documents.service';
import { retention } from '../retention/retention';
import { SubmissionsService } from '../submissions/submissions.service';
import { correctionSubject, progressOf } from './correction-facts';
import { Correction } from './correction.entity';
import { AskDto } from './corrections.dto';
import type { CorrectionLine, CorrectionPage } from './corrections.dto';

const PAGE = 100;
const open = (Object.keys(correctionStates) as CorrectionState[]).filter((state) => !isCorrectionOver(state));

/** Reading corrections: whoever takes part in a submission sees those of its registration. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly submissions: SubmissionsService,
    private readonly documents: OfficialDocumentsService,
  ) {}

  /** What waits at the caller's desk, the oldest first. */
  async waiting({ position }: Caller, after: string | undefined): Promise<CorrectionLine[]> {
    const where = { deskId: position.organisationId, state: In(open), ...(after !== undefined && { id: MoreThan(after) }) };
    return (await this.database.manager.find(Correction, { where, order: { id: 'ASC' }, take: PAGE })).map(lineOf);
  }

  async of(me: Caller, serial: string): Promise<CorrectionLine[]> {
    await this.submissions.visible(me, serial);
    return (await this.database.manager.find(Correction, { where: { serial }, order: { id: 'ASC' } })).map(lineOf);
  }

  async page(me: Caller, id: string): Promise<CorrectionPage> {
    const correction = await this.unsealed(me, id);
    const entries = await this.ledger.timeline(correctionSubject(id));
    const timeline = entries.map(({ number, kind, at, by, text }) => ({ number, act: kind, at, by, text }));
    const { changes, document, due } = correction;
    return { ...lineOf(correction), changes, document, limitSource: due.rule.source, due, timeline };
  }

  async document(me: Caller, id: string): Promise<Downloadable> {
    return this.documents.open((await this.unsealed(me, id)).document);
  }

  /** What a request for a correction brings: its fields, and its document, which is kept by then. */
  received<T>(me: Caller, parts: Parts, act: (dto: AskDto, document: OfficialDocument) => Promise<T>): Promise<T> {
    return this.documents.withDocument(me, parts, AskDto, act);
  }

  /** @throws DomainError NOT_FOUND for unknown and for forbidden ones alike */
  async visible(me: Caller, id: string): Promise<Correction> {
    const correction = await this.database.manager.findOneBy(Correction, { id });
    if (correction === null) {
      throw new DomainError('NOT_FOUND');
    }
    await this.submissions.visible(me, correction.serial);
    return correction;
  }

  /** With its content. @throws DomainError NOT_FOUND, SECRECY_SUSPECTED (P17) */
  private async unsealed(me: Caller, id: string): Promise<Correction> {
    const correction = await this.visible(me, id);
    await this.submissions.unsealed(me, correction.serial);
    return correction;
  }

  /** A submission of the caller's own unit, or of one that it succeeded. @throws DomainError NOT_FOUND */
  async ofOwnUnit(me: Caller, serial: string): Promise<Submission> {
    const submission = await this.submissions.visible(me, serial);
    if (me.position.organisationKind !== 'unit') {
      throw new DomainError('NOT_FOUND');
    }
    return submission;
  }
}

function disposeOnOf({ state, lastAt }: Correction): PlainDate | null {
  const isVain = isCorrectionOver(state) && state !== 'approved';
  return retention.termOf(isVain ? 'correction' : 'register', isVain ? shanghaiDateOf(lastAt) : null).disposeOn;
}

function lineOf(correction: Correction): CorrectionLine {
  const { registrationNumber, unitId, askedAt, dueOn, due, certificateVersion } = correction;
  return {
    ...progressOf(correction),
    registrationNumber,
    unitId,
    askedAt,
    dueOn,
    dueProvisional: due.provisional,
    certificateVersion,
    disposeOn: disposeOnOf(correction),
  };
}
