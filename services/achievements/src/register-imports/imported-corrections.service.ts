import { shanghaiDateOf } from '@dengke/calendar';
import { isWellFormedUscc, normalisedUscc } from '@dengke/contract';
import type { Caller, Instant, PlainDate } from '@dengke/contract';
import { actIdOf, BusinessClock, canonical, DomainError, inTransaction, Ledger, once } from '@dengke/service-kit';
import type { Downloadable, Parts } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { OfficialDocumentsService } from '../documents/official-documents.service';
import { fingerprintOf } from '../drafts/fingerprint';
import { compareAnew } from '../likenesses/comparing';
import { SubmissionMark } from '../likenesses/submission-mark.entity';
import { RegisterEntry } from '../register/register-entry.entity';
import { correctableImported, ImportedCorrection } from './imported-correction.entity';
import type { ImportedChange } from './imported-correction.entity';
import { CorrectImportedDto } from './imported-corrections.dto';
import type { ImportedCorrectedDto, ImportedCorrectionDto } from './imported-corrections.dto';
import { ImportedRegistration } from './imported-registration.entity';
import { nextImportSerials } from './registered-before';

const subjectOf = (number: string): string => `imported-registration/${number}`;
/** Without one of these the fingerprint stands as it is. */
const identifying = ['name', 'units'];

/** Corrects what an import brought: no journey belongs to it, so it is one recorded act of the department, with reason and document (P36). */
@Injectable()
export class ImportedCorrectionsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly documents: OfficialDocumentsService,
  ) {}

  /** @throws DomainError NOT_FOUND for what was not imported, NOTHING_CORRECTED, INVALID_INPUT, and what the document is refused for */
  correct(me: Caller, key: string, number: string, parts: Parts): Promise<ImportedCorrectedDto> {
    const at = this.clock.now();
    return this.documents.withDocument(me, parts, CorrectImportedDto, (dto, document) => {
      const body = { act: 'correctImported', number, ...dto, document: document.sha256 };
      return inTransaction(this.database, (manager) =>
        once(manager, { personId: me.personId, key, body, at }, async () => {
          const { serial, before, changes } = await this.write(manager, number, dto, at);
          const { personId: correctedBy, position } = me;
          await manager.insert(ImportedCorrection, { serial, number, changes, document, correctedBy, correctedAt: at });
          await this.ledger.record(manager, subjectOf(number), {
            ...{ kind: 'correctImported', actId: actIdOf(correctedBy, key), at, by: correctedBy, organisationId: position.organisationId },
            detail: { number, serial, before, fields: changes.map(({ field }) => field), document: document.sha256 },
            ...{ text: { reason: dto.reason }, relay: false },
          });
          return { number, serial };
        }),
      );
    });
  }

  async of(number: string): Promise<ImportedCorrectionDto[]> {
    const rows = await this.database.manager.find(ImportedCorrection, { where: { number }, order: { serial: 'ASC' } });
    const entries = rows.length === 0 ? [] : await this.ledger.timeline(subjectOf(number));
    return rows.map(({ serial, changes, document, correctedBy: by, correctedAt: at }) => {
      const reason = entries.find(({ detail }) => detail['serial'] === serial)?.text?.['reason'];
      return { number, serial, changes, document, by, at, reason: typeof reason === 'string' ? reason : null };
    });
  }

  async document(serial: string): Promise<Downloadable> {
    const correction = await this.database.manager.findOneBy(ImportedCorrection, { serial });
    if (correction === null) {
      throw new DomainError('NOT_FOUND');
    }
    return this.documents.open(correction.document);
  }

  /** The entry as it is since, and a row of its own that finds duplicates: none comes in between (the lock of imports). */
  private async write(manager: EntityManager, number: string, dto: CorrectImportedDto, at: Instant) {
    const [serial = ''] = await nextImportSerials(manager, 1);
    const entry = await manager.findOneBy(RegisterEntry, { number, importedOn: Not(IsNull()) });
    const [before] = await manager.find(ImportedRegistration, { where: { number }, order: { serial: 'DESC' }, take: 1 });
    if (entry === null || before === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    const changes = changesOf(entry, dto.changes, shanghaiDateOf(at));
    const changed = Object.fromEntries(changes.map(({ field, to }) => [field, to])) as Partial<RegisterEntry>;
    const after: RegisterEntry = { ...entry, ...changed };
    await manager.update(RegisterEntry, { number }, changed);
    await manager.insert(ImportedRegistration, { ...before, serial, fingerprint: fingerprintAfter(after, before, changes, dto.uscc) });
    await moveMarks(manager, before.serial, after.cancelledOn === null ? serial : null);
    await compareAnew(manager);
    return { serial, before: before.serial, changes };
  }
}

/** Its numbers go with the row that finds duplicates; what was cancelled has none. */
async function moveMarks(manager: EntityManager, from: string, to: string | null): Promise<void> {
  if (to === null) {
    await manager.delete(SubmissionMark, { serial: from });
  } else {
    await manager.update(SubmissionMark, { serial: from }, { serial: to });
  }
}

/** Old and new value of each field that shall be another. @throws DomainError NOTHING_CORRECTED, INVALID_INPUT for a day to come or a cancellation before the approval */
function changesOf(entry: RegisterEntry, wanted: CorrectImportedDto['changes'], today: PlainDate): ImportedChange[] {
  const ahead = (['approvedOn', 'cancelledOn'] as const).filter((field) => (wanted[field] ?? '') > today);
  if (ahead.length > 0) {
    throw new DomainError('INVALID_INPUT', { fields: ahead.map((field) => ({ field: `changes.${field}`, reason: 'ahead' })) });
  }
  const changes = correctableImported.flatMap((field): ImportedChange[] => {
    const [from, to] = [entry[field], wanted[field]];
    return to === undefined || canonical(to) === canonical(from) ? [] : [{ field, from, to }];
  });
  if (changes.length === 0) {
    throw new DomainError('NOTHING_CORRECTED');
  }
  const cancelledOn = wanted.cancelledOn ?? entry.cancelledOn;
  // Where neither day changes, they stand as they came in, by imports that did not compare them.
  const isOfDays = changes.some(({ field }) => field === 'approvedOn' || field === 'cancelledOn');
  if (isOfDays && cancelledOn !== null && cancelledOn < (wanted.approvedOn ?? entry.approvedOn)) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: 'changes.cancelledOn', reason: 'notBeforeApproval' }] });
  }
  return changes;
}

/** What was cancelled is nobody's duplicate; under another name without a code only near names are found. @throws DomainError INVALID_INPUT */
function fingerprintAfter(
  { name, cancelledOn }: Pick<RegisterEntry, 'name' | 'cancelledOn'>,
  before: ImportedRegistration,
  changes: readonly ImportedChange[],
  given: string | undefined,
): string | null {
  const uscc = given === undefined ? null : normalisedUscc(given);
  if (uscc !== null && !isWellFormedUscc(uscc)) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: 'uscc', reason: 'isWellFormedUscc' }] });
  }
  if (cancelledOn !== null) {
    return null;
  }
  const isAnother = changes.some(({ field }) => identifying.includes(field));
  return uscc !== null ? fingerprintOf(name, uscc) : isAnother ? null : before.fingerprint;
}
