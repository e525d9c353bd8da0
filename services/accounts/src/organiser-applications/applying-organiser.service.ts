import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { normalisedName, organiserDeclaration, organiserScans } from '@dengke/contract';
import type { Instant, OrganiserScan } from '@dengke/contract';
import {
  BlobStore,
  BusinessClock,
  checked,
  DomainError,
  firstAnswer,
  mediaTypeOf,
  newSecret,
  PersonalData,
  receive,
  safeFileName,
  VirusScanner,
  secretDigestOf,
} from '@dengke/service-kit';
import type { Parts, UploadedFile } from '@dengke/service-kit';
import { ApplicantsService } from '../applications/applicants.service';
import type { ApplicantView } from '../applications/applicants.service';
import { ApplicationActsService } from '../applications/application-acts.service';
import { progressOf } from '../applications/application-facts';
import type { ApplicationProgress } from '../applications/application-facts';
import { organiserApplications } from '../applications/application-kinds';
import { noLimit } from '../applications/application-standing';
import type { AppliedDto } from '../applications/applications.dto';
import { Organisation } from '../organisations/organisation.entity';
import type { OrganiserApplication } from './organiser-application.entity';
import { sealedContacts } from './organiser-contacts';
import { OrganiserFormDto } from './organiser-form.dto';
import { OrganiserScanRow } from './organiser-scan.entity';

type Scan = Omit<OrganiserScanRow, 'applicationId'>;

/** A scan is a picture or a PDF, nothing that is edited. */
const scanned = ['application/pdf', 'image/jpeg', 'image/png'];

/** Applying to be an organiser (附件2, S59), for those who have no account: form, signature and seal in one request. */
@Injectable()
export class ApplyingOrganiserService {
  constructor(
    private readonly database: DataSource,
    private readonly blobs: BlobStore,
    private readonly acts: ApplicationActsService,
    private readonly applicants: ApplicantsService,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
    private readonly scanner: VirusScanner,
  ) {}

  /** @throws DomainError INVALID_INPUT, DECLARATIONS_MISSING, FILE_TYPE_REFUSED, FILE_TOO_LARGE, MALFORMED, IDEMPOTENCY_KEY_REUSED */
  async apply(key: string, parts: Parts): Promise<AppliedDto> {
    const at = this.clock.now();
    const { fields, files } = await receive(parts, this.blobs, organiserScans);
    try {
      const form = formIn(fields);
      const scans = await Promise.all(organiserScans.map((scan) => scanOf(scan, files.get(scan) as UploadedFile)));
      // While the scanner is away nobody applies: who has no account cannot be told later.
      await Promise.all([...files.values()].map((file) => this.scanner.requireClean(file.blob, this.blobs)));
      await Promise.all([...files.values()].map(({ blob }) => this.blobs.keep(blob)));
      const secret = newSecret();
      const body = { act: 'applyAsOrganiser', form, scans: scans.map(({ scan, sha256 }) => [scan, sha256]) };
      const act = { personId: 'applicant', key, body, at };
      const write = (manager: EntityManager) => this.write(manager, form, scans, { at, secretDigest: secretDigestOf(secret) });
      const { answer, isFirst } = await firstAnswer(this.database, act, write);
      return isFirst ? { ...answer, secret } : answer;
    } finally {
      await Promise.all([...files.values()].map(({ blob }) => this.blobs.discard(blob)));
    }
  }

  view(id: string, secret: string | undefined): Promise<ApplicantView> {
    return this.applicants.view(organiserApplications, id, secret);
  }

  withdraw(id: string, key: string, secret: string | undefined): Promise<ApplicationProgress> {
    return this.applicants.withdraw(organiserApplications, id, key, secret);
  }

  private async write(
    manager: EntityManager,
    form: OrganiserFormDto,
    scans: readonly Scan[],
    { at, secretDigest }: { at: Instant; secretDigest: string },
  ): Promise<ApplicationProgress> {
    const { id: deskId } = await manager.findOneByOrFail(Organisation, { kind: 'department' });
    const id = uuidv7();
    const row: OrganiserApplication = {
      ...{ id, state: 'received', deskId, secretDigest, receivedAt: at },
      ...{ ...noLimit, countsFrom: at, due: null, lastFact: 1, lastAt: at, version: 1 },
      ...columnsOf(form),
      ...sealedContacts(this.personal, id, form),
      ...{ openedAt: null, organisationId: null, personId: null },
    };
    await this.acts.begin(manager, organiserApplications, row, { act: 'apply', id, by: null, at, actId: 'apply' });
    await manager.insert(
      OrganiserScanRow,
      scans.map((scan) => ({ applicationId: id, ...scan })),
    );
    return progressOf(row);
  }
}

/** @throws DomainError MALFORMED, INVALID_INPUT, DECLARATIONS_MISSING unless the declaration is there word for word (S85) */
function formIn({ form: text, ...others }: Record<string, unknown>): OrganiserFormDto {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(String(text)) as Record<string, unknown>;
  } catch {
    throw new DomainError('MALFORMED', { field: 'form' });
  }
  const form = checked(OrganiserFormDto, { ...given, ...others });
  if (form.declaration !== organiserDeclaration) {
    throw new DomainError('DECLARATIONS_MISSING', { field: 'declaration' });
  }
  return form;
}

async function scanOf(scan: OrganiserScan, { fileName: given, blob }: UploadedFile): Promise<Scan> {
  const fileName = safeFileName(given);
  const mediaType = await mediaTypeOf(await readFile(blob.path), given);
  if (!scanned.includes(mediaType)) {
    throw new DomainError('FILE_TYPE_REFUSED', { accepted: scanned });
  }
  return { scan, fileName, mediaType, bytes: blob.bytes, sha256: blob.sha256 };
}

function columnsOf({ organiser, kind, address, postcode, legalRepresentative, department, signedOn }: OrganiserFormDto) {
  return { organiser, nameKey: normalisedName(organiser), kind, address, postcode, legalRepresentative, department, signedOn };
}
