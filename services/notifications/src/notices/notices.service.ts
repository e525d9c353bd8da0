import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Caller, FeedbackForm, Instant, NoticeCopyState, NoticeReach, NoticeState, PlainDate } from '@dengke/contract';
import { DomainError, toInstant } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { NoticeCopy } from './notice-copy.entity';
import { copyProgressOf } from './notice-facts';
import type { CopyProgress } from './notice-facts';
import { NoticeFilesService } from './notice-files.service';
import type { KeptFile } from './notice-files.service';
import { overseen, readable } from './notice-scope';
import { Notice } from './notice.entity';

export interface NoticeLine {
  id: string;
  documentNumber: string | null;
  title: string;
  issuerId: string;
  issuer: string;
  state: NoticeState;
  issuedAt: Instant;
  dueOn: PlainDate | null;
  isPublic: boolean;
  /** How far it has come with one's own organisation; null where that did not receive it. */
  standing: NoticeCopyState | null;
}
export interface NoticePage extends NoticeLine {
  body: string;
  form: FeedbackForm | null;
  reach: NoticeReach;
  annexes: KeptFile[];
  /** The letters it encloses, the one right in it first. */
  encloses: { id: string; documentNumber: string | null; title: string; issuer: string }[];
  own: CopyProgress | null;
}
export interface AddresseeLine extends CopyProgress {
  name: string;
  escalatedAt: Instant | null;
}
type LineRow = Omit<NoticeLine, 'issuedAt' | 'isPublic'> & { issuedAt: Date; isPublic: number };

const line = `n.id, n.documentNumber, n.title, n.issuerId, coalesce(o.name, n.issuerId) as issuer, n.state, n.issuedAt, n.dueOn, n.isPublic`;

/** Letters as somebody's organisation sees them; the scope stands in each question. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: DataSource,
    private readonly files: NoticeFilesService,
  ) {}

  /** Received or sent, the newest first. */
  async list(
    { position }: Caller,
    { box, cursor, limit }: { box: 'received' | 'sent'; cursor: string | null; limit: number },
  ): Promise<{ items: NoticeLine[]; next: string | null }> {
    const mine = box === 'sent' ? 'n.issuerId = ?' : 'c.id is not null';
    const rows = await this.database.query<LineRow[]>(
      `select ${line}, c.state as standing from notice n left join organisation o on o.id = n.issuerId
         left join notice_copy c on c.noticeId = n.id and c.organisationId = ?
        where ${mine} and (? is null or n.id < ?) order by n.id desc limit ?`,
      [position.organisationId, ...(box === 'sent' ? [position.organisationId] : []), cursor, cursor, limit + 1],
    );
    const items = rows.slice(0, limit).map(lineOf);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** @throws DomainError NOT_FOUND */
  async page(me: Caller, id: string): Promise<NoticePage> {
    const notice = await this.readable(me, id);
    const { organisationId } = me.position;
    const copy = await this.database.manager.findOneBy(NoticeCopy, { noticeId: id, organisationId });
    const { body, form, reach } = notice;
    const [annexes, encloses, [row]] = await Promise.all([
      this.files.boundTo({ noticeId: id }),
      this.enclosedBy(notice),
      this.database.query<LineRow[]>(
        `select ${line}, null as standing from notice n left join organisation o on o.id = n.issuerId where n.id = ?`,
        [id],
      ),
    ]);
    const own = copy === null ? null : copyProgressOf(copy);
    return { ...lineOf(row as LineRow), standing: own?.state ?? null, body, form, reach, annexes, encloses, own };
  }

  async annex(me: Caller, id: string, fileId: string): Promise<Downloadable> {
    await this.readable(me, id);
    return this.files.download({ noticeId: id, id: fileId });
  }

  /** How far the letter has come with each, by their ids. @throws DomainError NOT_FOUND unless one oversees it */
  async addressees(me: Caller, id: string, { after, limit }: { after: string; limit: number }): Promise<AddresseeLine[]> {
    const scope = overseen(me);
    const rows = await this.database.query<(NoticeCopy & { name: string })[]>(
      `select c.*, coalesce(o.name, c.organisationId) as name from notice n join notice_copy c on c.noticeId = n.id
         left join organisation o on o.id = c.organisationId
        where n.id = ? and ${scope.sql} and c.organisationId > ? order by c.organisationId limit ?`,
      [id, ...scope.parameters, after, limit],
    );
    if (rows.length === 0) {
      await this.requireOverseen(me, id);
    }
    return rows.map((row) => ({ ...copyProgressOf(withInstants(row)), name: row.name, escalatedAt: instantOf(row.escalatedAt) }));
  }

  /** @throws DomainError NOT_FOUND for who has issued neither it nor one that it encloses */
  async requireOverseen(me: Caller, id: string): Promise<void> {
    const scope = overseen(me);
    const found = await this.database.query<unknown[]>(`select 1 from notice n where n.id = ? and ${scope.sql}`, [id, ...scope.parameters]);
    if (found.length === 0) {
      throw new DomainError('NOT_FOUND');
    }
  }

  private async readable(me: Caller, id: string): Promise<Notice> {
    const scope = readable(me);
    const found = await this.database.query<unknown[]>(`select 1 from notice n where n.id = ? and ${scope.sql}`, [id, ...scope.parameters]);
    if (found.length === 0) {
      throw new DomainError('NOT_FOUND');
    }
    return this.database.manager.findOneByOrFail(Notice, { id });
  }

  private async enclosedBy({ id, path }: Notice): Promise<NoticePage['encloses']> {
    const above = path.split('/').filter((one) => one !== '' && one !== id);
    const rows = above.length === 0 ? [] : await this.database.manager.find(Notice, { where: { id: In(above) }, order: { path: 'DESC' } });
    const names = await this.namesOf(rows.map(({ issuerId }) => issuerId));
    return rows.map(({ id: noticeId, documentNumber, title, issuerId }) => ({
      ...{ id: noticeId, documentNumber, title },
      issuer: names.get(issuerId) ?? issuerId,
    }));
  }

  private async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows =
      ids.length === 0
        ? []
        : await this.database.query<{ id: string; name: string }[]>('select id, name from organisation where id in (?)', [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const instantOf = (at: unknown): Instant | null => (at instanceof Date ? toInstant(at) : null);

/** Of plain SQL. */
function withInstants(row: NoticeCopy): NoticeCopy {
  const { readAt, signedAt, forwardedAt, answeredAt } = row;
  return {
    ...row,
    ...{ readAt: instantOf(readAt), signedAt: instantOf(signedAt), forwardedAt: instantOf(forwardedAt), answeredAt: instantOf(answeredAt) },
  };
}

const lineOf = ({ issuedAt, isPublic, ...row }: LineRow): NoticeLine => ({
  ...row,
  issuedAt: toInstant(issuedAt),
  isPublic: Boolean(isPublic),
});
