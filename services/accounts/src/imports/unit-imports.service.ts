import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Caller, Instant } from '@dengke/contract';
import { BusinessClock, DomainError, inTransaction, isDuplicate, Ledger, once } from '@dengke/service-kit';
import type { Parts } from '@dengke/service-kit';
import { graphSubject, recordChange } from '../graph-changes/change-record';
import { writeDifferences } from '../graph-changes/write-differences';
import { pictureIn } from '../routes/graphs';
import type { ImportedUnitsDto } from './imports.dto';
import { hasErrors } from './row-faults';
import { SheetsService } from './sheets.service';
import type { ReadSheet } from './sheets.service';
import { judgeUnits, unitSheet } from './unit-rows';

type UnitSheet = ReadSheet<keyof typeof unitSheet.columns>;

/** Units from a sheet: one recorded change of the graphs, by the code that creates one. */
@Injectable()
export class UnitImportsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly sheets: SheetsService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError IMPORT_REFUSED { rows, faults }, GRAPH_CHANGED, and what the sheet is refused for */
  async import(me: Caller, key: string, parts: Parts, dryRun: boolean): Promise<ImportedUnitsDto> {
    const at = this.clock.now();
    const sheet = await this.sheets.read(parts, unitSheet);
    if (dryRun) {
      const picture = await pictureIn(this.database.manager, at);
      const { faults } = judgeUnits(sheet.rows, picture, me.position.organisationId, newIds(sheet));
      return { rows: sheet.rows.length, faults, organisationIds: [] };
    }
    const act = { personId: me.personId, key, body: { act: 'importUnits', sha256: sheet.sha256 }, at };
    const written = inTransaction(this.database, (manager) => once(manager, act, () => this.write(manager, { me, key, at }, sheet)));
    return written.catch(overtaken);
  }

  private async write(manager: EntityManager, by: { me: Caller; key: string; at: Instant }, sheet: UnitSheet): Promise<ImportedUnitsDto> {
    const { me, at } = by;
    const head = await this.ledger.lockHead(manager, graphSubject);
    await manager.query('select id from organisation for update');
    const organisationIds = newIds(sheet);
    const rows = sheet.rows.length;
    const { faults, differences } = judgeUnits(sheet.rows, await pictureIn(manager, at), me.position.organisationId, organisationIds);
    if (hasErrors(faults)) {
      throw new DomainError('IMPORT_REFUSED', { rows, faults });
    }
    const granted = await writeDifferences(manager, differences, at);
    const act = { kind: 'import', detail: { units: rows, sha256: sheet.sha256 } };
    await recordChange(manager, this.ledger, { ...by, head, act, differences, granted });
    return { rows, faults, organisationIds };
  }
}

const newIds = ({ rows }: UnitSheet): string[] => rows.map(() => uuidv7());

/** A code was taken in the moment between. */
function overtaken(error: unknown): never {
  throw isDuplicate(error) ? new DomainError('GRAPH_CHANGED') : error;
}
