import { shanghaiDateOf } from '@dengke/calendar';
import type { Caller, Instant } from '@dengke/contract';
import {
  actIdOf,
  BlobStore,
  BusinessClock,
  DomainError,
  inTransaction,
  Ledger,
  once,
  textRowsOf,
  UploadedWorkbooks,
} from '@dengke/service-kit';
import type { Parts } from '@dengke/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { SubmissionMark } from '../likenesses/submission-mark.entity';
import { compareAnew } from '../likenesses/comparing';
import { Organisation } from '../organisations/organisation.entity';
import { RegisterEntry } from '../register/register-entry.entity';
import { holdBack } from '../registrations/number-series';
import { REGISTRAR } from '../registrations/registrar';
import type { Registrar } from '../registrations/registrar';
import { ImportedRegistration } from './imported-registration.entity';
import { jsonRowsOf } from './json-rows';
import type { RegisterImportDto } from './register-imports.dto';
import { judgeRegister } from './judge-register';
import { isNumber, registerSheet } from './register-rows';
import type { Registered } from './register-rows';
import { nextImportSerials } from './registered-before';

/** What was registered before, from an existing register: in the public register with a mark, and found as a duplicate (P19, S50). */
@Injectable()
export class RegisterImportsService {
  private readonly workbooks: UploadedWorkbooks;

  constructor(
    blobs: BlobStore,
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    @Inject(REGISTRAR) private readonly registrar: Registrar,
  ) {
    this.workbooks = new UploadedWorkbooks(blobs);
  }

  /** @throws DomainError IMPORT_REFUSED { rows, faults }, and what the file is refused for */
  async import(me: Caller, key: string, parts: Parts, dryRun: boolean): Promise<RegisterImportDto> {
    const at = this.clock.now();
    const { sha256, read } = await this.workbooks.read(parts, async (content, fileName) =>
      fileName.toLowerCase().endsWith('.json') ? jsonRowsOf(content) : textRowsOf(content, fileName, registerSheet),
    );
    if (dryRun) {
      const { faults } = await judgeRegister(this.database.manager, read, this.registrar, at);
      return { rows: read.length, faults, importId: null };
    }
    const importId = actIdOf(me.personId, key);
    const act = { personId: me.personId, key, body: { act: 'importRegister', sha256 }, at };
    return inTransaction(this.database, (manager) =>
      once(manager, act, async () => {
        const serials = await nextImportSerials(manager, read.length);
        await holdBack(manager, this.registrar, read.map(({ values }) => values.number).filter(isNumber));
        const { faults, registered } = await judgeRegister(manager, read, this.registrar, at);
        if (faults.some(({ severity }) => severity === 'error')) {
          throw new DomainError('IMPORT_REFUSED', { rows: read.length, faults });
        }
        await this.write(manager, registered, { serials, importId, at });
        const { personId: by, position } = me;
        const detail = { rows: read.length, sha256, firstSerial: serials[0] };
        const entry = { kind: 'importRegister', actId: importId, at, by, organisationId: position.organisationId, detail, relay: false };
        await this.ledger.record(manager, `register-import/${importId}`, entry);
        return { rows: read.length, faults, importId };
      }),
    );
  }

  /** Entries, what finds duplicates of them, and the comparison anew of all that is under way. */
  private async write(
    manager: EntityManager,
    registered: readonly Registered[],
    { serials, importId, at }: { serials: readonly string[]; importId: string; at: Instant },
  ): Promise<void> {
    const importedOn = shanghaiDateOf(at);
    const named = registered.map((one, index) => ({ ...one, serial: serials[index] ?? '' }));
    const units = await manager.findBy(Organisation, {
      kind: 'unit',
      name: In([...new Set(named.map(({ units: [first = ''] }) => first))]),
    });
    const unitIds = new Map(units.map(({ id, name }) => [name, id]));
    await manager.insert(
      RegisterEntry,
      named.map(({ row: _, fingerprint: __, marks: ___, serial: ____, ...entry }) => ({
        ...{ ...entry, windowId: null, importedOn },
        ...{ industrySection: null, discipline: null, withheld: false },
      })),
    );
    await manager.insert(
      ImportedRegistration,
      named.map(({ serial, number, units: [first = ''], fingerprint }) => ({
        ...{ serial, number, fingerprint, importId },
        unitId: unitIds.get(first) ?? null,
      })),
    );
    const marks = named.flatMap(({ serial, marks: own }) => own.map((mark) => ({ serial, ...mark })));
    if (marks.length > 0) {
      await manager.insert(SubmissionMark, marks);
    }
    await compareAnew(manager);
  }
}
