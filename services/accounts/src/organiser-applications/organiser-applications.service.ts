import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { normalisedName, organiserDeclaration } from '@dengke/contract';
import type { Caller, OrganiserScan } from '@dengke/contract';
import { BlobStore, DomainError, Ledger, PersonalData } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { organiserApplications } from '../applications/application-kinds';
import { actsOf, waitingOf } from '../applications/application-views';
import { DesksService, isDecider } from '../applications/desks.service';
import { areNearlyTheSame } from '../applications/similar-names';
import { Organisation } from '../organisations/organisation.entity';
import { OrganisationsService } from '../organisations/organisations.service';
import { OrganiserApplication } from './organiser-application.entity';
import type { OrganiserApplicationDto, OrganiserApplicationPageDto, SimilarOrganiserDto } from './organiser-applications.dto';
import { maskedContacts, openedContacts } from './organiser-contacts';
import { OrganiserScanRow } from './organiser-scan.entity';

/** Applications to be an organiser as the department sees them. */
@Injectable()
export class OrganiserApplicationsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly desks: DesksService,
    private readonly organisations: OrganisationsService,
    private readonly blobs: BlobStore,
    private readonly personal: PersonalData,
  ) {}

  /** Those that are not over, the oldest first. */
  async list(me: Caller, after = ''): Promise<OrganiserApplicationDto[]> {
    const ids = await this.desks.openIn(await this.organisations.scopeOf(me), 'organiser_application', after);
    const rows = await this.database.manager.find(OrganiserApplication, { where: { id: In(ids) }, order: { id: 'ASC' } });
    return rows.map((row) => ({ ...waitingOf(row), organiser: row.organiser, kind: row.kind, openedAt: row.openedAt }));
  }

  /** @throws DomainError NOT_FOUND outside one's part of the graphs */
  async page(me: Caller, id: string): Promise<OrganiserApplicationPageDto> {
    const row = await this.seen(me, id);
    const mayDecide = isDecider(me, await this.desks.seenBy(me, row.deskId));
    const { organiser, kind, address, postcode, legalRepresentative, department, signedOn, openedAt, organisationId } = row;
    const scans = await this.database.manager.findBy(OrganiserScanRow, { applicationId: id });
    return {
      ...waitingOf(row),
      ...{ organiser, kind, address, postcode, legalRepresentative, department, signedOn, openedAt, organisationId },
      ...maskedContacts(openedContacts(this.personal, row)),
      declaration: organiserDeclaration,
      scans: scans.map(({ scan, fileName, mediaType, bytes, sha256 }) => ({ scan, fileName, mediaType, bytes, sha256 })),
      mayDecide,
      due: row.due,
      timeline: actsOf(await this.ledger.timeline(organiserApplications.subjectOf(id)), row),
      similar: await this.similarTo(row),
    };
  }

  /** @throws DomainError NOT_FOUND outside one's part of the graphs */
  async scan(me: Caller, id: string, scan: OrganiserScan): Promise<Downloadable> {
    await this.seen(me, id);
    const { sha256, mediaType, bytes, fileName } = await this.database.manager.findOneByOrFail(OrganiserScanRow, {
      applicationId: id,
      scan,
    });
    return { mediaType, bytes, fileName, open: (range) => this.blobs.read(sha256, range) };
  }

  private async seen(me: Caller, id: string): Promise<OrganiserApplication> {
    const row = await this.database.manager.findOneBy(OrganiserApplication, { id });
    if (row === null) {
      throw new DomainError('NOT_FOUND');
    }
    await this.desks.seenBy(me, row.deskId);
    return row;
  }

  private async similarTo({ nameKey, organisationId }: OrganiserApplication): Promise<SimilarOrganiserDto[]> {
    const organisers = await this.database.manager.findBy(Organisation, { kind: 'organiser' });
    return organisers
      .filter(({ id, name }) => id !== organisationId && areNearlyTheSame(normalisedName(name), nameKey))
      .map(({ id, name }) => ({ id, name }));
  }
}
