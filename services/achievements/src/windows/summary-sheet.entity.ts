import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of 汇总表 in the letters' columns (S88): 序号 项目名称 第一完成单位 第一完成人 联系方式. */
export interface SheetRow {
  position: number;
  name: string;
  firstUnit: string;
  firstCompleter: string;
  contact: string;
  serial: string;
  /** The one that was recommended; sheets frozen before this was kept do not say it. */
  version?: number;
}

/** 汇总表 of one recommending organisation for one window, frozen at the cut-off with its digest (P14). Never changes; where its window is extended past that cut-off another takes its place, and its digest stays in the window’s ledger. */
@Entity('summary_sheet')
export class SummarySheet {
  @PrimaryColumn('varchar', { length: 40 }) windowId!: string;
  @PrimaryColumn('varchar', { length: 64 }) organisationId!: string;
  @Column('json') sheetRows!: SheetRow[];
  @Column('int') rowCount!: number;
  @Column('char', { length: 64 }) digest!: string;
  @Column(instantColumn()) frozenAt!: Instant;
}
