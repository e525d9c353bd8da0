import { shanghaiDateOf, shownDay } from '@dengke/calendar';
import type { Caller, Instant } from '@dengke/contract';
import { summarySheetPdf, summarySheetXlsx } from '@dengke/print';
import { BusinessClock, canonical, DomainError, inTransaction, Ledger, sm3, toDatabase, toInstant } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { subjectOf } from '../acts/facts';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { isPaperOf, PaperSheet } from '../counter/paper-sheet.entity';
import { frozen } from '../drafts/submitted-drafts';
import { Organisation } from '../organisations/organisation.entity';
import { sealedAmong } from '../submissions/sealed';
import { CollectionWindowRow } from './collection-window.entity';
import { SummarySheet } from './summary-sheet.entity';
import type { SheetRow } from './summary-sheet.entity';
import type { SheetLine } from './windows.dto';

const formats = { xlsx: summarySheetXlsx, pdf: summarySheetPdf } as const;
export type SheetFormat = keyof typeof formats;
const READ_AT_ONCE = 200;

interface Recommendation {
  serial: string;
  deskId: string;
  /** The one that binds it. */
  cutOffAt: Date;
}

/** 汇总表: what each recommending organisation recommended in a window by its cut-off, and whose recommendation stands (P14, S78, S87, S88). */
@Injectable()
export class SummarySheetsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
  ) {}

  async freeze(manager: EntityManager, window: CollectionWindowRow, frozenAt: Instant): Promise<void> {
    const all = await this.recommendations(manager, window);
    for (const organisationId of new Set(all.map(({ deskId }) => deskId))) {
      const own = all.filter(({ deskId }) => deskId === organisationId);
      const sheetRows = await this.rowsOf(manager, own);
      const digest = sm3(canonical({ windowId: window.id, organisationId, sheetRows }));
      await manager.insert(SummarySheet, { windowId: window.id, organisationId, sheetRows, rowCount: sheetRows.length, digest, frozenAt });
    }
  }

  /** The department sees all sheets, others their own. */
  async list(me: Caller, windowId: string): Promise<SheetLine[]> {
    const where = me.position.organisationKind === 'department' ? { windowId } : { windowId, organisationId: me.position.organisationId };
    const sheets = await this.database.manager.find(SummarySheet, { where, order: { organisationId: 'ASC' } });
    const ids = In(sheets.map(({ organisationId }) => organisationId));
    const names = await this.database.manager.find(Organisation, { select: { id: true, name: true }, where: { id: ids } });
    const papers = await this.database.manager.findBy(PaperSheet, { windowId, organisationId: ids });
    return sheets.map(({ organisationId, rowCount, frozenAt, digest }) => {
      const paper = papers.find((one) => one.organisationId === organisationId && isPaperOf(one, { digest }));
      const onPaper = { handedInAt: paper?.handedInAt ?? null, receivedAt: paper?.receivedAt ?? null };
      const name = names.find(({ id }) => id === organisationId)?.name ?? organisationId;
      return { organisationId, name, rows: rowCount, frozenAt, digest, ...onPaper };
    });
  }

  /** The sheet as xlsx or to print, with 联系方式 in full; that somebody read it is an entry of the ledger. */
  async file(me: Caller, windowId: string, organisationId: string, as: SheetFormat): Promise<Buffer> {
    if (me.position.organisationKind !== 'department' && me.position.organisationId !== organisationId) {
      throw new DomainError('NOT_FOUND');
    }
    const at = this.clock.now();
    return inTransaction(this.database, async (manager) => {
      const sheet = await manager.findOneBy(SummarySheet, { windowId, organisationId });
      if (sheet === null) {
        throw new DomainError('NOT_FOUND');
      }
      const window = await manager.findOneByOrFail(CollectionWindowRow, { id: windowId });
      const recommender = await manager.findOneBy(Organisation, { id: organisationId });
      const reading = {
        kind: 'readSheet',
        actId: uuidv7(),
        at,
        by: me.personId,
        organisationId: me.position.organisationId,
        detail: { windowId, as },
        relay: false,
      };
      await this.ledger.record(manager, `summary-sheet/${windowId}/${organisationId}`, reading);
      return formats[as]({
        window: window.name,
        recommender: recommender?.name ?? organisationId,
        recommendedOn: shownDay(shanghaiDateOf(sheet.frozenAt)),
        rows: await this.unsealed(manager, sheet.sheetRows),
        digest: sheet.digest,
      });
    });
  }

  /**
   * What stood recommended at the cut-off, by the ledger: a stage's row knows only what became of it since. Of what was neither returned, refused
   * nor withdrawn by then, each desk's last word, unless that was to take it back.
   */
  private async recommendations(manager: EntityManager, { id, cutOffAt }: CollectionWindowRow): Promise<Recommendation[]> {
    const words = await manager.query<(Recommendation & { kind: 'recommend' | 'recall' })[]>(
      `SELECT s.serial, e.organisationId AS deskId, e.kind, LEAST(s.cutOffAt, ?) AS cutOffAt
       FROM submission s JOIN ledger_entry e ON e.subject = CONCAT(_ascii'${subjectOf('')}', s.serial)
       WHERE s.windowId = ? AND s.windowOutcome IN ('transmitted', 'carried-over') AND NOT ${frozen('s.draftId')}
       AND e.kind IN ('recommend', 'recall') AND e.at < LEAST(s.cutOffAt, ?)
       ORDER BY e.at, s.serial, e.number`,
      [toDatabase(cutOffAt), id, toDatabase(cutOffAt)],
    );
    const last = new Map<string, (typeof words)[number]>();
    for (const word of words) {
      const of = `${word.deskId} ${word.serial}`;
      last.delete(of);
      last.set(of, word);
    }
    return [...last.values()].filter(({ kind }) => kind === 'recommend');
  }

  /** The sheet that stands, with its rows as they may be shown, or null where there is none. */
  async standing(manager: EntityManager, windowId: string, organisationId: string): Promise<{ digest: string; rows: SheetRow[] } | null> {
    const sheet = await manager.findOneBy(SummarySheet, { windowId, organisationId });
    return sheet === null ? null : { digest: sheet.digest, rows: await this.unsealed(manager, sheet.sheetRows) };
  }

  /** No row, also of a sheet that is frozen, for what somebody suspects to be classified or what is, or what was submitted of the same draft (P17), and none whose term is over. */
  private async unsealed(manager: EntityManager, rows: SheetRow[]): Promise<SheetRow[]> {
    const sealed = await sealedAmong(
      manager,
      rows.map(({ serial }) => serial),
    );
    return rows.filter(({ serial }) => !sealed.has(serial));
  }

  private async rowsOf(manager: EntityManager, recommendations: Recommendation[]): Promise<SheetRow[]> {
    const rows: SheetRow[] = [];
    for (let from = 0; from < recommendations.length; from += READ_AT_ONCE) {
      const some = recommendations.slice(from, from + READ_AT_ONCE);
      const where = { serial: In(some.map(({ serial }) => serial)) };
      const versions = await manager.find(SubmissionVersion, { where, order: { round: 'DESC' } });
      for (const { serial, cutOffAt } of some) {
        const before = toInstant(cutOffAt);
        const version = versions.find((one) => one.serial === serial && one.lockedAt < before);
        rows.push(rowOf(rows.length + 1, serial, version));
      }
    }
    return rows;
  }
}

function rowOf(position: number, serial: string, version: SubmissionVersion | undefined): SheetRow {
  const { name, units, completers, contactPhone } = version?.form ?? { name: '', units: [], completers: [], contactPhone: '' };
  const shown = { position, name, firstUnit: units[0]?.name ?? '', firstCompleter: completers[0]?.name ?? '', contact: contactPhone };
  return { ...shown, serial, ...(version && { version: version.round }) };
}
