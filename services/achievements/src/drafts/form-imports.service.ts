import { shanghaiDateOf } from '@dengke/calendar';
import type { Caller, PartialForm } from '@dengke/contract';
import { schemaById } from '@dengke/contract/forms';
import type { FormSchema, StoredForm } from '@dengke/contract/forms';
import { BlobStore, BusinessClock, DomainError, madeFile, safeFileName, UploadedWorkbooks, worksheetsOf, XLSX } from '@dengke/service-kit';
import type { Downloadable, Parts } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { FormEditions } from '../forms/form-editions';
import { DraftsService } from './drafts.service';
import type { ImportedDraft } from './form-imports.dto';
import { formIn, schemaIdIn, workbookOf } from '../forms/form-sheets';

/** A draft from a workbook, and the workbook for it, empty or filled in. */
@Injectable()
export class FormImportsService {
  private readonly workbooks: UploadedWorkbooks;

  constructor(
    blobs: BlobStore,
    private readonly clock: BusinessClock,
    private readonly editions: FormEditions,
    private readonly drafts: DraftsService,
  ) {
    this.workbooks = new UploadedWorkbooks(blobs);
  }

  /** @throws DomainError NOT_FOUND */
  template(schemaId: string): Promise<Buffer> {
    return workbookOf(this.editions.byId(schemaId.includes('-') ? schemaId : `${schemaId}-${this.presentYear()}`));
  }

  /** A draft as a workbook that `import` takes. @throws DomainError NOT_FOUND outside the caller's unit */
  async filled(me: Caller, id: string): Promise<Downloadable> {
    const { form, formSchema } = await this.drafts.view(me, id);
    const content = await workbookOf(this.editions.byId(formSchema), form);
    return madeFile(content, XLSX, safeFileName(`${form.name ?? formSchema}.xlsx`));
  }

  /**
   * Whole or not at all; what was left empty stays to be answered in the draft.
   * @throws DomainError IMPORT_REFUSED { faults }, SHEET_REFUSED for another template, as a new draft would be refused, and for what the file is refused
   */
  async import(me: Caller, parts: Parts, dryRun: boolean, key?: string): Promise<ImportedDraft> {
    const { read } = await this.workbooks.read(parts, async (content, fileName) => {
      const sheets = await worksheetsOf(content, fileName);
      return formIn(this.presentSchema(schemaIdIn(sheets)), sheets);
    });
    if (!dryRun && read.faults.length > 0) {
      throw new DomainError('IMPORT_REFUSED', { faults: read.faults });
    }
    const form = ofUnit(read.form, me.position.organisationId);
    const draft = dryRun ? null : await this.drafts.create(me, { form }, key);
    return { faults: read.faults, answers: Object.keys(form).length, draft };
  }

  private presentYear(): number {
    return this.editions.yearFor(Number(shanghaiDateOf(this.clock.now()).slice(0, 4)));
  }

  /** An outdated template is no way round the form of the year. */
  private presentSchema(id: string): FormSchema {
    const schema = schemaById(id, this.editions.known);
    const year = this.presentYear();
    if (schema === undefined || schema.year !== year) {
      throw new DomainError('SHEET_REFUSED', { year });
    }
    return schema;
  }
}

/** The first unit is the one that imports (P18); a sheet knows nothing of ids. */
function ofUnit(form: StoredForm, unitId: string): PartialForm {
  const { units } = form as PartialForm;
  return { ...(form as PartialForm), ...(units ? { units: units.map((unit, index) => (index === 0 ? { ...unit, unitId } : unit)) } : {}) };
}
