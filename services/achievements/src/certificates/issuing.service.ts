import { shanghaiDateOf } from '@dengke/calendar';
import type { Category, CertificateStanding, Instant, PlainDate, RegisteredContent, RegistrationForm } from '@dengke/contract';
import { changeOne, SigningKeys, Table } from '@dengke/service-kit';
import type { Writes } from '@dengke/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { PublicationService } from '../publicity/publication.service';
import { REGISTRAR } from '../registrations/registrar';
import type { Registrar } from '../registrations/registrar';
import { Certificate } from './certificate.entity';
import { seal, unsealed } from './sealing';
import type { Unsealed } from './sealing';

/** What a registration has got: its number and day. */
export interface Registered {
  serial: string;
  category: Category;
  registrationNumber: string;
  approvedOn: PlainDate;
}

/**
 * Gives certificates out, and ends them; the public register's entry follows. Always within the transaction of the act that does so, under the lock of
 * the submission's ledger.
 */
@Injectable()
export class IssuingService {
  private readonly certificates: Table<Certificate>;

  constructor(
    database: DataSource,
    private readonly keys: SigningKeys,
    @Inject(REGISTRAR) private readonly registrar: Registrar,
    private readonly publication: PublicationService,
  ) {
    this.certificates = new Table(database, Certificate);
  }

  /** The first version, of what was submitted last (P35). */
  async issue(writes: Writes, { serial, category, registrationNumber, approvedOn }: Registered, at: Instant): Promise<void> {
    const { form } = await writes.manager.findOneOrFail(SubmissionVersion, { where: { serial }, order: { round: 'DESC' } });
    const { registrarName: registrar } = this.registrar;
    const content = { number: registrationNumber, version: 1, serial, category, ...contentOf(form), approvedOn, registrar };
    writes.add(this.certificates.insert(this.signed(content, at)));
  }

  /** A new version in place of the valid one: number and day of approval stay (P36). @throws DomainError VERSION_CONFLICT when none is valid */
  async reissue(manager: EntityManager, before: Certificate, changed: Partial<RegisteredContent>, at: Instant): Promise<Certificate> {
    await this.end(manager, before, 'superseded', at);
    const next = this.signed({ ...unsealed(before), ...changed, version: before.version + 1 }, at);
    await manager.insert(Certificate, next);
    await this.publication.correct(manager, next.number, next);
    return next;
  }

  /**
   * 注销: nothing stands in its place, and the register bears the mark (P36).
   * @throws DomainError VERSION_CONFLICT when it was not valid any more
   */
  async cancel(manager: EntityManager, certificate: Certificate, at: Instant): Promise<void> {
    await this.end(manager, certificate, 'cancelled', at);
    await this.publication.cancel(manager, certificate.number, shanghaiDateOf(at));
  }

  /** The version that stands now. @throws Error for a number without one: an act should have been refused before */
  valid(manager: EntityManager, number: string): Promise<Certificate> {
    return manager.findOneByOrFail(Certificate, { number, standing: 'valid' });
  }

  private async end(manager: EntityManager, { number, version }: Certificate, standing: CertificateStanding, at: Instant): Promise<void> {
    const query = manager.createQueryBuilder().update(Certificate).set({ standing, endedAt: at });
    await changeOne(query.where({ number, version, standing: 'valid' satisfies CertificateStanding }));
  }

  private signed(content: Unsealed, issuedAt: Instant): Certificate {
    return { ...content, ...seal(content, this.keys.signer), issuedAt, standing: 'valid', endedAt: null };
  }
}

function contentOf({ name, units, completers, studyFrom, studyTo }: RegistrationForm): RegisteredContent {
  return {
    name,
    units: units.map((unit) => ({ name: unit.name, uscc: unit.uscc })),
    completers: completers.map((completer) => completer.name),
    studyFrom,
    studyTo,
  };
}
