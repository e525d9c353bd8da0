import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller, Instant, NoticeCopyState, PlainDate } from '@dengke/contract';
import { DomainError, toInstant } from '@dengke/service-kit';
import { RecipientsService } from '../recipients/recipients.service';
import { subjectOf } from './notice-facts';
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
  /** Who was told that it is late, and when; the issuer first. */
  escalations: StepUp[];
}
export interface StepUp {
  step: number;
  at: Instant;
  /** Of the first its super administrator, of the last its desk; of the issuer the desk. */
  to: string[];
}

/** What the ledger keeps of a step. */
type Escalated = Pick<StepUp, 'step' | 'to'> & { late: number };
type Counted = Omit<GapLevel, 'missing' | 'sentence' | 'escalations'> & { form: string | null };
type MissingRow = Omit<Missing, 'escalatedAt'> & { noticeId: string; escalatedAt: Date | null };

const MOST_LEVELS = 500;
const MOST_MISSING = 100;
const MOST_NAMED = 20;

const counted = `count(c.id) as addressees, sum(c.readAt is not null) as \`read\`, sum(c.signedAt is not null) as signed,
  sum(c.forwardedAt is not null) as forwarded, sum(c.answeredAt is not null) as answered`;

/** The gap report: of a letter, and of every letter further down that encloses it (S12, P5). */
@Injectable()
export class GapsService {
  constructor(
    private readonly database: DataSource,
    private readonly recipients: RecipientsService,
  ) {}

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
    return this.levels(this.database.manager, notice);
  }

  private async levels(manager: EntityManager, { id, rootId, path }: Pick<Notice, 'id' | 'rootId' | 'path'>): Promise<GapLevel[]> {
    const rows = await manager.query<Counted[]>(
      `select n.id as noticeId, n.parentId, n.documentNumber, n.title, n.issuerId, n.dueOn, n.form, coalesce(max(o.name), n.issuerId) as issuer, ${counted}
         from notice n join notice_copy c on c.noticeId = n.id left join organisation o on o.id = n.issuerId
        where n.rootId = ? and n.path like concat(?, '%') and (n.id = ? or n.state <> 'withdrawn')
        group by n.id order by n.path limit ?`,
      [rootId, path, id, MOST_LEVELS],
    );
    const [missing, steps] = [await this.missingOf(manager, rows), await this.stepsOf(manager, rows)];
    return rows.map((row) => levelOf(row, missing.get(row.noticeId) ?? [], steps.get(row.noticeId) ?? []));
  }

  /** Who is late with it, in one sentence: without an answer, or where none is asked for without signing. */
  async lateWith(manager: EntityManager, { id, form }: Pick<Notice, 'id' | 'form'>): Promise<{ late: number; sentence: string }> {
    const done = form === null ? 'signedAt' : 'answeredAt';
    const { addressees, [form === null ? 'signed' : 'answered']: met } = await this.countsOf(manager, id);
    const names = await manager.query<{ name: string }[]>(
      `select coalesce(o.name, c.organisationId) as name from notice_copy c left join organisation o on o.id = c.organisationId
        where c.noticeId = ? and c.${done} is null order by c.organisationId limit ?`,
      [id, MOST_NAMED],
    );
    const sentence = sentenceOf({ addressees, met, what: form === null ? '签收' : '反馈' }, names);
    return { late: addressees - met, sentence };
  }

  async countsOf(manager: EntityManager, id: string): Promise<{ addressees: number; signed: number; answered: number }> {
    const [row] = await manager.query<Record<'addressees' | 'signed' | 'answered', number>[]>(
      `select count(*) as addressees, coalesce(sum(signedAt is not null), 0) as signed, coalesce(sum(answeredAt is not null), 0) as answered
         from notice_copy where noticeId = ?`,
      [id],
    );
    return { addressees: Number(row?.addressees), signed: Number(row?.signed), answered: Number(row?.answered) };
  }

  /** Who was told of late letters, as the ledger has it. */
  private async stepsOf(manager: EntityManager, rows: readonly Counted[]): Promise<Map<string, StepUp[]>> {
    const subjects = rows.map(({ noticeId }) => subjectOf(noticeId));
    const found = await manager.query<{ subject: string; at: Date; detail: string | Escalated }[]>(
      `select subject, at, detail from ledger_entry where subject in (?) and kind in ('fallDue', 'escalate') order by subject, number`,
      [subjects],
    );
    const all = found.map(({ detail, ...entry }) => ({
      ...entry,
      detail: typeof detail === 'string' ? (JSON.parse(detail) as Escalated) : detail,
    }));
    const entries = all.filter(({ detail }) => detail.late > 0);
    const names = await this.recipients.namesOf(
      manager,
      entries.flatMap(({ detail }) => detail.to),
    );
    return entries.reduce((by, { subject, at, detail: { step, to } }) => {
      const id = subject.slice(subjectOf('').length);
      return by.set(id, [...(by.get(id) ?? []), { step, at: toInstant(at), to: to.map((one) => names.get(one) ?? one) }]);
    }, new Map<string, StepUp[]>());
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

function levelOf({ form, ...row }: Counted, missing: Missing[], escalations: StepUp[]): GapLevel {
  const numbers = (['addressees', 'read', 'signed', 'forwarded', 'answered'] as const).map((name) => [name, Number(row[name])] as const);
  const counts = Object.fromEntries(numbers) as Record<(typeof numbers)[number][0], number>;
  const { addressees, answered: met } = counts;
  return { ...row, ...counts, missing, escalations, sentence: form === null ? '' : sentenceOf({ addressees, met, what: '反馈' }, missing) };
}

/** `12个单位中9个已反馈，3个未反馈：…` */
function sentenceOf(
  { addressees, met, what }: { addressees: number; met: number; what: '反馈' | '签收' },
  missing: readonly { name: string }[],
): string {
  const left = addressees - met;
  if (left === 0) {
    return `${addressees}个单位全部${what}`;
  }
  const names = missing.slice(0, MOST_NAMED).map(({ name }) => name);
  return `${addressees}个单位中${met}个已${what}，${left}个未${what}：${names.join('、')}${left > names.length ? '等' : ''}`;
}
