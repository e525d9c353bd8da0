import { shownDay, shownInstant } from '@dengke/calendar';
import type { Caller, RouteLeg } from '@dengke/contract';
import { registrationFormPdf } from '@dengke/print';
import type { FormDesk } from '@dengke/print';
import { madeFile, XLSX } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { FormEditions } from '../forms/form-editions';
import { workbookOf } from '../forms/form-sheets';
import { Organisation } from '../organisations/organisation.entity';
import { withoutContacts } from '../submissions/sight';
import { SubmissionsService } from '../submissions/submissions.service';
import { VersionsService } from './versions.service';

/** Printed on a copy for one who may not know the applicant's telephones: it is none to hand in. */
const MASKED = '联系方式已隐去，仅供查阅';

/** The paper form, printed from what was submitted and from nothing else (P27, S28, S29), and the same answers as a workbook. */
@Injectable()
export class PrintingService {
  constructor(
    private readonly database: DataSource,
    private readonly submissions: SubmissionsService,
    private readonly versions: VersionsService,
    private readonly editions: FormEditions,
  ) {}

  /** @throws DomainError NOT_FOUND for a round that there was not */
  async form(me: Caller, serial: string, round: number): Promise<Downloadable> {
    const { submission, contact } = await this.submissions.readWhole(me, serial);
    const { form, formSchema, evidence, digest, lockedAt } = await this.versions.version(serial, round);
    const { registrationNumber, approvedOn, legs } = submission;
    const content = await registrationFormPdf({
      schema: this.editions.byId(formSchema),
      form: contact ? form : withoutContacts(form),
      ...{ evidence, serial, version: round, digest, registrationNumber },
      submitted: shownInstant(lockedAt),
      approvedOn: approvedOn === null ? null : shownDay(approvedOn),
      desks: await this.desks(legs, form.units[0]?.name ?? ''),
      note: contact ? null : MASKED,
    });
    return madeFile(content, 'application/pdf', `${serial}-${round}.pdf`);
  }

  /** @throws DomainError NOT_FOUND for a round that there was not */
  async workbook(me: Caller, serial: string, round: number): Promise<Downloadable> {
    const { contact } = await this.submissions.readWhole(me, serial);
    const { form, formSchema } = await this.versions.version(serial, round);
    const shown = contact ? form : withoutContacts(form);
    const content = await workbookOf(this.editions.byId(formSchema), { ...shown });
    return madeFile(content, XLSX, `${serial}-${round}.xlsx`);
  }

  /** Whose opinion, signature and seal belong on it: the unit's, and those of the desks of its route up to the department's. */
  private async desks(legs: readonly RouteLeg[], unit: string): Promise<FormDesk[]> {
    const known = await this.database.manager.findBy(Organisation, { id: In(legs.map(({ organisationId }) => organisationId)) });
    return legs
      .filter(({ kind }) => kind !== 'ministry')
      .map(({ kind, organisationId }): FormDesk => {
        const name = known.find(({ id }) => id === organisationId)?.name ?? organisationId;
        return kind === 'unit' ? { kind: 'unit', name: unit } : { kind: kind === 'department' ? 'registrar' : 'recommender', name };
      });
  }
}
