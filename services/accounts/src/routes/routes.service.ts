import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { effectiveRightsOf } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { OrganisationsService } from '../organisations/organisations.service';
import type { FoundOrganisation } from '../organisations/organisations.service';
import { routesIn } from './graphs';
import { chooseRoute, doorOf, resolveLegs } from './route-resolution';
import type { RoutedUnit } from './route-resolution';
import type { ReviewRouteDto, RouteQueryDto } from './routes.dto';

/** Which way a submission of a unit goes: rows of `review_route`, with the desks of that unit filled in (P1). */
@Injectable()
export class RoutesService {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsService,
  ) {}

  /**
   * For somebody of the unit, and for those who review in its part of the graphs.
   * @throws DomainError NOT_FOUND for a unit that is none or not the caller's business, NO_ROUTE { doors }
   */
  async route(me: Caller, { unit: id, door }: RouteQueryDto): Promise<ReviewRouteDto> {
    const found = await this.organisations.within(me, id);
    if (found.unit === null || !mayAsk(me, id)) {
      throw new DomainError('NOT_FOUND');
    }
    const unit = routedUnit(found, found.unit);
    const route = chooseRoute(unit, doorOf(unit, door), await routesIn(this.database.manager));
    const legs = route === null ? [null] : resolveLegs(route, unit, await this.organisations.municipalsOf(unit.organiserId));
    const whole = legs.filter((leg) => leg !== null);
    if (route === null || whole.length < legs.length) {
      throw new DomainError('NO_ROUTE', { doors: unit.doors });
    }
    const { name, uscc, areaCode, organiserId, ofOne } = unit;
    const { id: routeId, version, paperRequired } = route;
    return { routeId, version, name: route.name, paperRequired, legs: whole, unit: { id, name, uscc, areaCode, organiserId, ofOne } };
  }
}

const mayAsk = (me: Caller, unitId: string): boolean =>
  me.position.organisationId === unitId || effectiveRightsOf(me.position).has('submission.decide');

type UnitOnRoute = RoutedUnit & { name: string; uscc: string; ofOne: boolean };

function routedUnit({ id, name, areaCode }: FoundOrganisation, unit: NonNullable<FoundOrganisation['unit']>): UnitOnRoute {
  const { organiserId, field, doors, ownOrganiser, uscc, singlePerson: ofOne } = unit;
  return { id, name, areaCode, organiserId, field, doors, ownOrganiser, uscc, ofOne };
}
