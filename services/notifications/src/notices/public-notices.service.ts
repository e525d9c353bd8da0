import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Instant, PlainDate } from '@dengke/contract';
import { DomainError, toInstant } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { NoticeFilesService } from './notice-files.service';
import type { KeptFile } from './notice-files.service';

export interface PublicNoticeLine {
  id: string;
  documentNumber: string | null;
  title: string;
  issuer: string;
  issuedAt: Instant;
  dueOn: PlainDate | null;
}
export interface PublicNotice extends PublicNoticeLine {
  body: string;
  annexes: KeptFile[];
  /** Enclosed and public themselves. */
  enclosesId: string | null;
}
type Row = Omit<PublicNotice, 'issuedAt' | 'annexes'> & { issuedAt: Date };

const shown = `from notice n left join organisation o on o.id = n.issuerId where n.isPublic and n.state <> 'withdrawn'`;
const line = `n.id, n.documentNumber, n.title, coalesce(o.name, n.issuerId) as issuer, n.issuedAt, n.dueOn`;

/** What everybody may read: letters that their issuers made public 此件主动公开 (S42, S81), and nothing of who received or answered them. */
@Injectable()
export class PublicNoticesService {
  constructor(
    private readonly database: DataSource,
    private readonly files: NoticeFilesService,
  ) {}

  async list(cursor: string | null, limit: number): Promise<{ items: PublicNoticeLine[]; next: string | null }> {
    const rows = await this.database.query<Row[]>(`select ${line} ${shown} and (? is null or n.id < ?) order by n.id desc limit ?`, [
      cursor,
      cursor,
      limit + 1,
    ]);
    const items = rows.slice(0, limit).map((row) => ({ ...row, issuedAt: toInstant(row.issuedAt) }));
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** @throws DomainError NOT_FOUND */
  async page(id: string): Promise<PublicNotice> {
    const row = await this.row(id);
    return { ...row, issuedAt: toInstant(row.issuedAt), annexes: await this.files.boundTo({ noticeId: id }) };
  }

  async annex(id: string, fileId: string): Promise<Downloadable> {
    await this.row(id);
    return this.files.download({ noticeId: id, id: fileId });
  }

  private async row(id: string): Promise<Row> {
    const [row] = await this.database.query<Row[]>(`select ${line}, n.body, n.parentId as enclosesId ${shown} and n.id = ?`, [id]);
    if (row === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    return row;
  }
}
