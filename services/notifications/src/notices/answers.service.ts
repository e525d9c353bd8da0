import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller, FeedbackForm, Instant } from '@dengke/contract';
import { BusinessClock, DomainError, inTransaction, Ledger, PersonalData, toInstant, XLSX } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { answersFile } from './answers-file';
import type { AnsweredForm } from './answers-file';
import { NoticeAnswer } from './notice-answer.entity';
import { NoticeCopy } from './notice-copy.entity';
import { NoticeFilesService } from './notice-files.service';
import { NoticesService } from './notices.service';
import { Notice } from './notice.entity';

type Row = { copyId: string; filledIn: string | null; answeredAt: Date | null; name: string; issuer: string };

/** What came back: as one sheet for who asked, in full, and to whoever answered his own (P5). */
@Injectable()
export class AnswersService {
  constructor(
    private readonly database: DataSource,
    private readonly notices: NoticesService,
    private readonly files: NoticeFilesService,
    private readonly personal: PersonalData,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
  ) {}

  /** All answers to a letter and to those below that pass its form on, with who has not answered; that they were seen is recorded. */
  async sheet(me: Caller, id: string): Promise<Downloadable> {
    await this.notices.requireOverseen(me, id);
    const notice = await this.database.manager.findOneByOrFail(Notice, { id });
    const { form } = notice;
    if (form === null) {
      throw new DomainError('ACT_NOT_PERMITTED', { field: 'form' });
    }
    const answers = (await this.rowsOf(notice)).map((row) => this.opened(row));
    const entry = { kind: 'export', actId: uuidv7(), at: this.clock.now(), by: me.personId, organisationId: me.position.organisationId };
    const detail = { noticeId: id, answers: answers.filter(({ filledIn }) => filledIn !== null).length };
    await inTransaction(this.database, (manager) =>
      this.ledger.record(manager, `notice-answers/${id}`, { ...entry, detail, relay: false }),
    );
    const content = await answersFile(form, notice, answers);
    const range = (first = 0, last = content.length - 1) => Readable.from([content.subarray(first, last + 1)]);
    const fileName = `${notice.documentNumber ?? notice.title}-反馈.xlsx`;
    return { mediaType: XLSX, bytes: content.length, fileName, open: async (part) => range(part?.first, part?.last) };
  }

  /** As one's own organisation answered. @throws DomainError NOT_FOUND, RETENTION_OVER */
  async own(
    { position }: Caller,
    noticeId: string,
  ): Promise<{ form: FeedbackForm; filledIn: Record<string, string>; answeredAt: Instant }> {
    const copy = await this.database.manager.findOneBy(NoticeCopy, { noticeId, organisationId: position.organisationId });
    const answer = copy === null ? null : await this.database.manager.findOneBy(NoticeAnswer, { copyId: copy.id });
    if (answer === null) {
      throw new DomainError(copy?.answeredAt ? 'RETENTION_OVER' : 'NOT_FOUND');
    }
    const { form, copyId, filledIn, answeredAt } = answer;
    return { form, filledIn: this.open(copyId, filledIn), answeredAt };
  }

  /** The scan with the seal, for who answered and who asked. @throws DomainError NOT_FOUND */
  async seal(me: Caller, noticeId: string, organisationId: string): Promise<Downloadable> {
    if (me.position.organisationId !== organisationId) {
      await this.notices.requireOverseen(me, noticeId);
    }
    const copy = await this.database.manager.findOneBy(NoticeCopy, { noticeId, organisationId });
    if (copy === null) {
      throw new DomainError('NOT_FOUND');
    }
    return this.files.download({ copyId: copy.id });
  }

  private rowsOf({ rootId, path, form }: Notice): Promise<Row[]> {
    return this.database.query<Row[]>(
      `select c.id as copyId, a.filledIn, c.answeredAt, coalesce(o.name, c.organisationId) as name, coalesce(i.name, n.issuerId) as issuer
         from notice n join notice_copy c on c.noticeId = n.id left join notice_answer a on a.copyId = c.id
         left join organisation o on o.id = c.organisationId left join organisation i on i.id = n.issuerId
        where n.rootId = ? and n.path like concat(?, '%') and n.form = ? and n.state <> 'withdrawn' order by n.path, c.organisationId`,
      [rootId, path, form],
    );
  }

  private opened({ copyId, filledIn, answeredAt, name, issuer }: Row): AnsweredForm {
    const boxes = filledIn === null ? null : this.open(copyId, filledIn);
    return { name, issuer, filledIn: boxes, answeredAt: answeredAt === null ? null : toInstant(answeredAt) };
  }

  private open(copyId: string, sealed: string): Record<string, string> {
    return JSON.parse(this.personal.open('notice_answer.filledIn', copyId, sealed)) as Record<string, string>;
  }
}
