import type { Caller } from '@dengke/contract';
import { madeFile, DomainError } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AchievementsConfig } from '../config';
import { SubmissionsService } from '../submissions/submissions.service';
import { Certificate } from './certificate.entity';
import { certificatePdf } from './certificate-pdf';
import { versionOf } from './certificate-views';
import type { CertificateVersion } from './certificates.dto';

/** Certificates as the unit and the desks of a submission see them. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: DataSource,
    private readonly submissions: SubmissionsService,
    private readonly config: AchievementsConfig,
  ) {}

  /** All versions, the oldest first; none before the registration. */
  async versions(me: Caller, serial: string): Promise<CertificateVersion[]> {
    return (await this.of(me, serial)).map(versionOf);
  }

  /** One version as it stands now: a superseded or cancelled one says so. @throws DomainError NOT_FOUND, SECRECY_SUSPECTED */
  async pdf(me: Caller, serial: string, version?: number): Promise<Downloadable> {
    const versions = await this.of(me, serial);
    const newest = versions.at(-1);
    const asked = version === undefined ? newest : versions.find((one) => one.version === version);
    if (newest === undefined || asked === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    const content = await certificatePdf(asked, newest, this.config.publicUrl);
    return madeFile(content, 'application/pdf', `${asked.number}-${asked.version}.pdf`);
  }

  private async of(me: Caller, serial: string): Promise<Certificate[]> {
    await this.submissions.unsealed(me, serial);
    return this.database.manager.find(Certificate, { where: { serial }, order: { version: 'ASC' } });
  }
}
