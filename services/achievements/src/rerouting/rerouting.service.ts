import type { Caller, Door, ReviewRoute } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { rerouted } from '../acts/graph-change';
import { ManyActsService } from '../acts/many-acts.service';
import type { Submission } from '../acts/submission.entity';
import { SubmissionsService } from '../submissions/submissions.service';
import type { Rerouted, RerouteDto } from './rerouting.dto';

const PAGE = 100;

/** 改道: what is under way follows its unit to the route it has now, when the administrator says so and why (P1). */
@Injectable()
export class ReroutingService {
  constructor(
    private readonly accounts: AccountsClient,
    private readonly submissions: SubmissionsService,
    private readonly acts: ManyActsService,
  ) {}

  /** @throws DomainError NOT_FOUND for a unit outside the caller's part of the graphs */
  async reroute(me: Caller, key: string, { unitId, serials, cursor, reason }: RerouteDto): Promise<Rerouted> {
    const found = await this.openOf(me, unitId, { serials, cursor });
    const page = found.slice(0, PAGE);
    const routes = await this.routesOf(unitId, page);
    const items = await this.acts.byPerson(me, key, {
      act: 'reroute',
      serials: page.map(({ serial }) => serial),
      input: { reason },
      handlerOf: (serial) =>
        rerouted(
          routeFor(
            page.find((row) => row.serial === serial),
            routes,
          ),
        ),
    });
    return { items, next: found.length > PAGE ? (page.at(-1)?.serial ?? null) : null };
  }

  private async openOf(
    me: Caller,
    unitId: string,
    { serials, cursor }: Pick<RerouteDto, 'serials' | 'cursor'> | Named,
  ): Promise<Submission[]> {
    const query = (await this.submissions.openOf(me, [unitId])).andWhere('s.unitId = :unitId', { unitId });
    if (serials !== undefined) {
      query.andWhere('s.serial IN (:...serials)', { serials });
    }
    if (cursor !== undefined) {
      query.andWhere('s.serial > :cursor', { cursor });
    }
    return query.take(PAGE + 1).getMany();
  }

  /** The unit's routes now, through each door its submissions have come in by: asked with the administrator's own rights. */
  private async routesOf(unitId: string, submissions: readonly Submission[]): Promise<Map<Door, ReviewRoute>> {
    const doors = [...new Set(submissions.map(doorOf))];
    const routes = await Promise.all(
      doors.map(async (door): Promise<[Door, ReviewRoute]> => [door, await this.accounts.routeOf(unitId, door)]),
    );
    return new Map(routes);
  }
}

interface Named {
  serials: string[] | undefined;
  cursor: string | undefined;
}

/** Through which door it came in: a unit with one door takes that whatever is asked (S25). */
const doorOf = ({ legs }: Submission): Door => (legs.some(({ kind }) => kind === 'municipal') ? 'municipal' : 'organiser');

function routeFor(submission: Submission | undefined, routes: ReadonlyMap<Door, ReviewRoute>): ReviewRoute {
  const route = submission && routes.get(doorOf(submission));
  if (route === undefined) {
    throw new DomainError('NO_ROUTE');
  }
  return route;
}
