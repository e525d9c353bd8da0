import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller, Instant, NoticeCopyState, PlainDate } from '@dengke/contract';
import { DomainError, toInstant } from '@dengke/service-kit';
import { overseen } from './notice-scope';
import type { Notice } from './notice.entity';

export interface Missing {
  organisationId: string;
  name: string;
  state: NoticeCopyState;
  /** When the issuer was told that it is late. */
  escalatedAt: Instant | null;
}

/** How one letter fared with those it was sent to. */
export interface GapLevel {
  noticeId: string;
  parentId: string | null;
  documentNumber: string | null;
  title: string;
  issuerId: string;
  issuer: string;
  dueOn: PlainDate | null;
  addressees: number;
  read: number;
  signed: number;
  forwarded: number;
  answered: number;
  /** Who has not answered; the first hundred. */
  missing: Missing[];
  /** The same in one sentence. */
  sentence: string;
}

type Counted = Omit<GapLevel, 'missing' | 'sentence'> & { form: string | null };
type MissingRow = Omit<Missing, 'escalatedAt'> & { noticeId: string; escalatedAt: Date | null };

const MOST_LEVELS = 500;
const MOST_MISSING = 100;

const counted = `count(c.id) as addressees, sum(c.readAt is not null) as \`read\`, sum(c.signedAt is not null) as signed,
  sum(c.forwardedAt is not null) as forwarded, sum(c.answeredAt is not null) as answered`;

/** The gap report: of a letter, and of every letter further down that encloses it (S12, P5). */
@Injectable()
export class GapsService {
  constructor(private readonly database: DataSource) {}

  /** The letter first, then those below it. @throws DomainError NOT_FOUND for who has issued neither it nor one that it encloses */
  async report(me: Caller, id: string): Promise<GapLevel[]> {
    const scope = overseen(me);
    const [notice] = await this.database.query<Notice[]>(`select n.id, n.rootId, n.path from notice n where n.id = ? and ${scope.sql}`, [
      id,
      ...scope.parameters,
    ]);
    if (notice === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    return this.levels(this.database.manager, notice, false);
  }

  async levels(manager: EntityManager, { id, rootId, path }: Pick<Notice, 'id' | 'rootId' | 'path'>, alone: boolean): Promise<GapLevel[]> {
    const rows = await manager.query<Counted[]>(
      `select n.id as noticeId, n.parentId, n.documentNumber, n.title, n.issuerId, n.dueOn, n.form, coalesce(max(o.name), n.issuerId) as issuer, ${counted}
         from notice n join notice_copy c on c.noticeId = n.id left join organisation o on o.id = n.issuerId
        where n.rootId = ? and n.path like concat(?, '%') and (n.id = ? or (not ? and n.state <> 'withdrawn'))
        group by n.id order by n.path limit ?`,
      [rootId, path, id, alone, MOST_LEVELS],
    );
    const missing = await this.missingOf(manager, rows);
    return rows.map((row) => levelOf(row, missing.get(row.noticeId) ?? []));
  }

  async countsOf(manager: EntityManager, id: string): Promise<{ addressees: number; answered: number }> {
    const [row] = await manager.query<{ addressees: number; answered: number }[]>(
      'select count(*) as addressees, coalesce(sum(answeredAt is not null), 0) as answered from notice_copy where noticeId = ?',
      [id],
    );
    return { addressees: Number(row?.addressees), answered: Number(row?.answered) };
  }

  private async missingOf(manager: EntityManager, rows: readonly Counted[]): Promise<Map<string, Missing[]>> {
    const asking = rows.filter(({ form }) => form !== null).map(({ noticeId }) => noticeId);
    if (asking.length === 0) {
      return new Map();
    }
    const found = await manager.query<MissingRow[]>(
      `select noticeId, organisationId, name, state, escalatedAt from (
         select c.noticeId, c.organisationId, coalesce(o.name, c.organisationId) as name, c.state, c.escalatedAt,
                row_number() over (partition by c.noticeId order by c.organisationId) as place
           from notice_copy c left join organisation o on o.id = c.organisationId where c.noticeId in (?) and c.answeredAt is null) m
        where m.place <= ? order by m.noticeId, m.place`,
      [asking, MOST_MISSING],
    );
    return found.reduce((by, { noticeId, escalatedAt, ...row }) => {
      const missing = { ...row, escalatedAt: escalatedAt === null ? null : toInstant(escalatedAt) };
      return by.set(noticeId, [...(by.get(noticeId) ?? []), missing]);
    }, new Map<string, Missing[]>());
  }
}

function levelOf({ form, ...row }: Counted, missing: Missing[]): GapLevel {
  const numbers = (['addressees', 'read', 'signed', 'forwarded', 'answered'] as const).map((name) => [name, Number(row[name])] as const);
  const counts = Object.fromEntries(numbers) as Record<(typeof numbers)[number][0], number>;
  return { ...row, ...counts, missing, sentence: form === null ? '' : sentenceOf(counts, missing) };
}

/** `12个单位中9个已反馈，3个未反馈：…` */
function sentenceOf({ addressees, answered }: { addressees: number; answered: number }, missing: readonly Missing[]): string {
  const left = addressees - answered;
  if (left === 0) {
    return `${addressees}个单位全部反馈`;
  }
  const names = missing.slice(0, 20).map(({ name }) => name);
  return `${addressees}个单位中${answered}个已反馈，${left}个未反馈：${names.join('、')}${left > names.length ? '等' : ''}`;
}
