import type { PlainDate, RegisteredContent, RegistrationForm } from '@dengke/contract';
import { changeOne, Table } from '@dengke/service-kit';
import type { Writes } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Submission } from '../acts/submission.entity';
import { Organisation } from '../organisations/organisation.entity';
import { RegisterEntry } from '../register/register-entry.entity';
import { PublicityEntry } from './publicity-entry.entity';

/** Publishes in the transaction of the act: what is read without an account is written here, and from here alone it can leak nothing else (P38). */
@Injectable()
export class PublicationService {
  private readonly publicity: Table<PublicityEntry>;
  private readonly register: Table<RegisterEntry>;

  constructor(database: DataSource) {
    this.publicity = new Table(database, PublicityEntry);
    this.register = new Table(database, RegisterEntry);
  }

  async announce(writes: Writes, submission: Submission, days: { fromOn: PlainDate; toOn: PlainDate }): Promise<void> {
    const content = publicContent(submission, await newestForm(writes.manager, submission));
    writes.add(this.publicity.insert({ serial: submission.serial, ...content, ...days, leftAt: null }));
  }

  /** It is in publicity no longer: registered, or refused upon an objection; or for now, while somebody suspects that it is classified (P17). */
  leave(writes: Writes, serial: string, leftAt: string): void {
    writes.add(this.publicity.update({ leftAt }, { serial }));
  }

  /** Its last day is another one: published with it, so that nobody objects too late by what he has read. */
  endOn(writes: Writes, serial: string, toOn: PlainDate): void {
    writes.add(this.publicity.update({ toOn }, { serial }));
  }

  publishAgain(writes: Writes, serial: string, toOn: PlainDate): void {
    writes.add(this.publicity.update({ toOn, leftAt: null }, { serial }));
  }

  async enter(writes: Writes, submission: Submission, given: { number: string; approvedOn: PlainDate }): Promise<void> {
    const { registrationYear, areaCode, windowId, unitId } = submission;
    const form = await newestForm(writes.manager, submission);
    const content = publicContent(submission, form);
    const unit = await writes.manager.findOneBy(Organisation, { id: unitId });
    const place = { registrationYear, areaCode, unitKind: unit?.unitKind ?? null, windowId };
    writes.add(
      this.register.insert({ ...given, ...content, ...place, ...fieldsOf(form), cancelledOn: null, importedOn: null, withheld: false }),
    );
  }

  /**
   * Nobody reads in the register what is suspected to be classified, or is (P17): neither its own entry nor one that was cancelled before and says the same, being
   * of the same draft.
   */
  async withhold(manager: EntityManager, draftId: string, withheld: boolean): Promise<void> {
    const registered = await manager.findBy(Submission, { draftId, registrationNumber: Not(IsNull()) });
    await manager.update(RegisterEntry, { number: In(registered.map(({ registrationNumber }) => registrationNumber)) }, { withheld });
  }

  /** 更正: the register says what the new version of the certificate says (P36). */
  async correct(manager: EntityManager, number: string, { name, units, completers }: RegisteredContent): Promise<void> {
    const set = { name, units: units.map((unit) => unit.name), completers: [...completers] };
    await changeOne(manager.createQueryBuilder().update(RegisterEntry).set(set).where({ number }));
  }

  /** 已注销: the entry stays, with the mark and the day (P36). */
  async cancel(manager: EntityManager, number: string, cancelledOn: PlainDate): Promise<void> {
    await changeOne(manager.createQueryBuilder().update(RegisterEntry).set({ cancelledOn }).where({ number, cancelledOn: IsNull() }));
  }
}

const newestForm = async (manager: EntityManager, { serial }: Submission): Promise<RegistrationForm> =>
  (await manager.findOneOrFail(SubmissionVersion, { where: { serial }, order: { round: 'DESC' } })).form;

type PublicContent = Pick<RegisterEntry, 'name' | 'category' | 'units' | 'completers' | 'summary'>;

/** Of the newest locked version, name by name: a field that the form gains later is published by nobody's oversight. */
const publicContent = ({ name, category }: Submission, { units, completers, summary }: RegistrationForm): PublicContent => ({
  name,
  category,
  units: units.map((unit) => unit.name),
  completers: completers.map((completer) => completer.name),
  summary,
});

/** By what it is found and counted besides: the section of its industry, and the first level of the discipline it names first. */
const fieldsOf = ({ industrySection, disciplines }: Partial<RegistrationForm>): Pick<RegisterEntry, 'industrySection' | 'discipline'> => ({
  industrySection: industrySection ?? null,
  discipline: disciplines?.[0]?.slice(0, 3) ?? null,
});
