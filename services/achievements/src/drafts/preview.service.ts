import type { Caller } from '@dengke/contract';
import { formPreviewPdf } from '@dengke/print';
import { madeFile } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { evidenceOf } from '../evidence/evidence-rows';
import { FormEditions } from '../forms/form-editions';
import { ownDraft } from './draft-rows';

/** How a draft would look on paper. The form itself is printed from what was submitted and from nothing else (P27). */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: DataSource,
    private readonly editions: FormEditions,
  ) {}

  /** @throws DomainError NOT_FOUND outside the caller's unit */
  async form(me: Caller, id: string): Promise<Downloadable> {
    const { manager } = this.database;
    const { form, formSchema } = await ownDraft(manager, id, me.position.organisationId);
    const evidence = await evidenceOf(manager, id);
    const content = await formPreviewPdf({ schema: this.editions.byId(formSchema), form, evidence });
    return madeFile(content, 'application/pdf', 'preview.pdf');
  }
}
