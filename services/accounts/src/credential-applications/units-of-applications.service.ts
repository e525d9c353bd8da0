import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Caller, Instant, Reason } from '@dengke/contract';
import { DomainError, Ledger } from '@dengke/service-kit';
import { DesksService } from '../applications/desks.service';
import { mayIssue } from '../credentials/issuing-rules';
import { addUnit } from '../organisations/new-organisations';
import { Organisation } from '../organisations/organisation.entity';
import { OrganisationsService } from '../organisations/organisations.service';
import type { FoundOrganisation } from '../organisations/organisations.service';
import { routesIn } from '../routes/graphs';
import { chooseRoute, resolveLegs } from '../routes/route-resolution';
import type { CredentialApplication } from './credential-application.entity';
import type { UnitOfLicenceDto } from './credential-applications.dto';
import { mayHold, placeUnder, unitWith } from './unit-desk';

interface Told {
  me: Caller;
  actId: string;
  at: Instant;
}

/** The unit an application is about: who may issue there, and how it comes into the graphs where it is not known yet. */
@Injectable()
export class UnitsOfApplications {
  constructor(
    private readonly ledger: Ledger,
    private readonly desks: DesksService,
    private readonly organisations: OrganisationsService,
  ) {}

  /** @throws DomainError NOT_FOUND outside one's part of the graphs, NOT_ALLOWED to whom the rules do not name, or for a unit elsewhere */
  async requireIssuer(manager: EntityManager, me: Caller, row: CredentialApplication): Promise<void> {
    const desk = await this.desks.seenBy(me, row.deskId);
    const known = await this.known(manager, row);
    const unit =
      known === null ? { id: '', kind: 'unit' as const, credentialParentId: desk.id } : await this.organisations.found(me, known);
    if (unit === null || !mayIssue(me.position, unit, row.role)) {
      throw new DomainError('NOT_ALLOWED');
    }
  }

  /** The unit as it is now: another may have taken it over since somebody applied. Null where accounts knows none. */
  async known(manager: EntityManager, { uscc, unitId }: Pick<CredentialApplication, 'uscc' | 'unitId'>): Promise<string | null> {
    return (await unitWith(manager, uscc))?.unitId ?? unitId;
  }

  /**
   * Adds the unit under the desk, by its licence (P43, P44). @returns its id
   * @throws DomainError INVALID_INPUT without what only the licence says, ACT_NOT_PERMITTED at a desk that may not hold it and for one that has closed, NO_ROUTE
   */
  async add(manager: EntityManager, row: CredentialApplication, licence: UnitOfLicenceDto | undefined, told: Told): Promise<string> {
    if (licence === undefined) {
      throw new DomainError('INVALID_INPUT', { fields: [{ field: 'unit', reason: 'required' }] });
    }
    const desk = await this.desks.held(manager, told.me, row.deskId);
    if (!mayHold(desk, row)) {
      throw new DomainError('ACT_NOT_PERMITTED');
    }
    const { uscc, unitName: name, areaCode } = row;
    await refuseClosed(manager, uscc);
    const { unitKind, contactPhone, contactOffice = null, singlePerson } = licence;
    const place = placeUnder(desk, row);
    await this.requireRoutes(manager, { ...place, areaCode });
    const noticeParentId = await noticeParentOf(manager, desk, areaCode);
    const node = { name, areaCode, contactOffice, contactPhone, parent: desk, noticeParentId };
    return addUnit(manager, this.ledger, node, { uscc, unitKind, ...place, singlePerson }, told);
  }

  private async requireRoutes(manager: EntityManager, unit: ReturnType<typeof placeUnder> & { areaCode: string }): Promise<void> {
    const routes = await routesIn(manager);
    const municipals = await this.organisations.municipalsOf(unit.organiserId);
    const lacks = unit.doors.find((door) => {
      const route = chooseRoute({ ...unit, id: 'new', ownOrganiser: false }, door, routes);
      return route === null || resolveLegs(route, { ...unit, id: 'new', ownOrganiser: false }, municipals).includes(null);
    });
    if (lacks !== undefined) {
      throw new DomainError('NO_ROUTE', { doors: [lacks] });
    }
  }
}

/** A code is one unit's, also after it closed without a successor. @throws DomainError ACT_NOT_PERMITTED */
async function refuseClosed(manager: EntityManager, uscc: string): Promise<void> {
  const closed = 'select 1 from unit u join organisation o on o.id = u.organisationId where u.uscc = ? and o.closedAt is not null';
  if ((await manager.query<unknown[]>(closed, [uscc])).length > 0) {
    throw new DomainError('ACT_NOT_PERMITTED', { reason: 'unitClosed' satisfies Reason });
  }
}

/** Notices come down through the county of the area where the desk has one (S9), else from the desk. */
async function noticeParentOf(manager: EntityManager, desk: FoundOrganisation, areaCode: string): Promise<string> {
  const where = { kind: 'county' as const, areaCode, noticeParentId: desk.id, closedAt: IsNull() };
  const county = await manager.findOne(Organisation, { where, lock: { mode: 'pessimistic_read' } });
  return county?.id ?? desk.id;
}
