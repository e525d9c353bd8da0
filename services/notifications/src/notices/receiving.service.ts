import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { faultyFields, feedbackForms } from '@dengke/contract';
import type { Caller, FeedbackForm, Instant, NoticeCopyAct } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, once, PersonalData } from '@dengke/service-kit';
import { NoticeActsService } from './notice-acts.service';
import type { NoticeChange } from './notice-acts.service';
import { NoticeAnswer } from './notice-answer.entity';
import type { NoticeCopy } from './notice-copy.entity';
import { copyProgressOf } from './notice-facts';
import type { CopyProgress } from './notice-facts';
import { NoticeFilesService } from './notice-files.service';
import type { Notice } from './notice.entity';

export interface Answer {
  filledIn: Record<string, string>;
  declaration?: string;
  /** Of the scan with signature and seal. */
  sealId?: string;
}

/** What an addressee does with a letter: reads it, signs for it 签收, answers it (P4). */
@Injectable()
export class ReceivingService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: NoticeActsService,
    private readonly files: NoticeFilesService,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
  ) {}

  read(me: Caller, key: string, noticeId: string): Promise<CopyProgress> {
    return this.act(me, key, noticeId, 'read', {}, (_manager, at) => ({ set: { readAt: at } }));
  }

  sign(me: Caller, key: string, noticeId: string): Promise<CopyProgress> {
    return this.act(me, key, noticeId, 'sign', {}, (_manager, at, { readAt }) => ({ set: { signedAt: at, readAt: readAt ?? at } }));
  }

  /** @throws DomainError INVALID_INPUT with the boxes, DECLARATIONS_MISSING, NOT_FOUND for a scan of others, ACT_NOT_PERMITTED */
  answer(me: Caller, key: string, noticeId: string, answer: Answer): Promise<CopyProgress> {
    return this.act(me, key, noticeId, 'answer', answer, async (manager, at, copy, { form }) => {
      await this.file(manager, me, { form, copyId: copy.id, at }, answer);
      return { set: { answeredAt: at }, detail: { form } };
    });
  }

  private async file(
    manager: EntityManager,
    { personId, position }: Caller,
    { form, copyId, at }: { form: FeedbackForm | null; copyId: string; at: Instant },
    answer: Answer,
  ): Promise<void> {
    if (form === null) {
      throw new DomainError('ACT_NOT_PERMITTED', { field: 'form' });
    }
    requireWhole(form, answer);
    const sealed = this.personal.seal('notice_answer.filledIn', copyId, JSON.stringify(answer.filledIn));
    await manager.insert(NoticeAnswer, { copyId, form, filledIn: sealed, answeredAt: at, answeredBy: personId });
    await this.files.bind(manager, position.organisationId, answer.sealId === undefined ? [] : [answer.sealId], { copyId });
  }

  private act(
    me: Caller,
    key: string,
    noticeId: string,
    act: NoticeCopyAct,
    dto: object,
    change: (
      manager: EntityManager,
      at: Instant,
      copy: Readonly<NoticeCopy>,
      notice: Readonly<Notice>,
    ) => Promise<NoticeChange<NoticeCopy>> | NoticeChange<NoticeCopy>,
  ): Promise<CopyProgress> {
    const at = this.clock.now();
    const { personId, position } = me;
    const keyed = { personId, key, body: { act: `${act}Notice`, noticeId, ...dto }, at };
    const what = { noticeId, organisationId: position.organisationId, act };
    const acting = { by: me, at, actId: actIdOf(personId, key) };
    return inTransaction(this.database, (manager) =>
      once(manager, keyed, async () =>
        copyProgressOf(await this.acts.onCopy(manager, what, acting, (copy, notice) => change(manager, at, copy, notice))),
      ),
    );
  }
}

function requireWhole(form: FeedbackForm, { filledIn, declaration, sealId }: Answer): void {
  const wanted = feedbackForms[form];
  const fields = [...faultyFields(form, filledIn), ...(wanted.sealed && sealId === undefined ? ['sealId'] : [])];
  if (fields.length > 0) {
    throw new DomainError('INVALID_INPUT', { fields: fields.map((field) => ({ field, reason: 'feedbackForm' })) });
  }
  if (wanted.declaration !== null && declaration !== wanted.declaration) {
    throw new DomainError('DECLARATIONS_MISSING', { field: 'declaration' });
  }
}
