import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { hasRightCheckCharacter } from '@dengke/contract';
import type { Instant } from '@dengke/contract';
import { BusinessClock, firstAnswer, newSecret, PersonalData, secretDigestOf } from '@dengke/service-kit';
import { ApplicantsService } from '../applications/applicants.service';
import type { ApplicantView } from '../applications/applicants.service';
import { ApplicationActsService } from '../applications/application-acts.service';
import { progressOf } from '../applications/application-facts';
import type { ApplicationProgress } from '../applications/application-facts';
import { credentialApplications } from '../applications/application-kinds';
import { noLimit } from '../applications/application-standing';
import { sealedApplicant } from './applicant-contact';
import type { CredentialApplication } from './credential-application.entity';
import type { ApplyForCredentialDto, CredentialAppliedDto } from './credential-applications.dto';
import { deskOf } from './unit-desk';

/**
 * What somebody without a login may do (P6, S27, S61): apply, look, withdraw. The answers are the same whether unit and person are known or
 * not, so nothing about them is learnt here.
 */
@Injectable()
export class ApplyingService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: ApplicationActsService,
    private readonly applicants: ApplicantsService,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError INVALID_INPUT, IDEMPOTENCY_KEY_REUSED */
  async apply(key: string, dto: ApplyForCredentialDto): Promise<CredentialAppliedDto> {
    const at = this.clock.now();
    const secret = newSecret();
    const act = { personId: 'applicant', key, body: { act: 'applyForCredential', ...dto }, at };
    const { answer, isFirst } = await firstAnswer(this.database, act, (manager) => this.write(manager, dto, secretDigestOf(secret), at));
    return { ...answer, checkCharacterDoubtful: !hasRightCheckCharacter(dto.uscc), ...(isFirst ? { secret } : {}) };
  }

  view(id: string, secret: string | undefined): Promise<ApplicantView> {
    return this.applicants.view(credentialApplications, id, secret);
  }

  withdraw(id: string, key: string, secret: string | undefined): Promise<ApplicationProgress> {
    return this.applicants.withdraw(credentialApplications, id, key, secret);
  }

  private async write(manager: EntityManager, dto: ApplyForCredentialDto, secretDigest: string, at: Instant): Promise<ApplicationProgress> {
    const { name, mobile, mail, uscc, unitName, areaCode, field, role } = dto;
    const { deskId, unitId } = await deskOf(manager, dto);
    const id = uuidv7();
    const row: CredentialApplication = {
      ...{ id, state: 'applied', deskId, secretDigest, receivedAt: at },
      ...{ ...noLimit, countsFrom: at, due: null, lastFact: 1, lastAt: at, version: 1 },
      ...{ name, role, uscc, unitName, areaCode, field, unitId, personId: null, credentialId: null },
      ...sealedApplicant(this.personal, id, { mobile, mail }),
    };
    await this.acts.begin(manager, credentialApplications, row, { act: 'apply', id, by: null, at, actId: 'apply' });
    return progressOf(row);
  }
}
