import { shanghaiDateOf } from '@dengke/calendar';
import type { Caller, PlainDate, StageKind } from '@dengke/contract';
import { codeListOn, entryOf } from '@dengke/contract/forms';
import { BusinessClock } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../organisations/organisation.entity';
import { SubmissionsService } from '../submissions/submissions.service';
import { CollectionWindowRow } from '../windows/collection-window.entity';
import { countBy } from './counting';
import type { Counted, Counts } from './counting';
import { inScope, sqlOf } from './scope';
import { cuts } from './cuts';
import type { Cut } from './cuts';
import type { CodeCount, OrganisationCount, StatisticsDto, StatisticsQuery } from './statistics.dto';

/** In force: has its number, is not cancelled, and nobody suspects it to be classified (P17, P36). */
const inForce = ['registered', 'reported'];

/** Counts what is registered, always within the caller's part of the graphs, from the locked forms themselves (S38). */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly submissions: SubmissionsService,
  ) {}

  async of(me: Caller, query: StatisticsQuery): Promise<StatisticsDto> {
    const countedOn = shanghaiDateOf(this.clock.now());
    const own = await this.submissions.ownOf(me);
    const counted = sqlOf((await inScope(this.submissions, me, own, query)).andWhere('s.state IN (:...inForce)', { inForce }));
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const achievements = await countBy(manager, 'achievements', counted);
      const completers = await countBy(manager, 'completers', counted);
      const counts = new Map([...achievements.counts, ...completers.counts]);
      return {
        ...{ countedOn, achievements: achievements.total, completers: completers.total },
        cuts: await this.named(manager, counts, countedOn),
        organisations: await organisationsBelow(manager, own, counted),
      };
    });
  }

  private async named(manager: EntityManager, counts: Counts, today: PlainDate): Promise<StatisticsDto['cuts']> {
    const windows = new Map((await manager.find(CollectionWindowRow)).map(({ id, name }) => [id, name]));
    const organisations = new Map(
      (await manager.find(Organisation, { select: { id: true, name: true } })).map(({ id, name }) => [id, name]),
    );
    const nameOf = ({ names }: Cut, code: string): string => {
      if (names === null) {
        return code;
      }
      if ('list' in names) {
        return entryOf(codeListOn(names.list, today), code)?.name ?? code;
      }
      return ('entries' in names ? names.entries[code] : (names.by === 'window' ? windows : organisations).get(code)) ?? code;
    };
    return cuts.map((cut) => {
      const { key, label, counts: what, definition } = cut;
      const values = [...(counts.get(key) ?? [])].map(([code, count]): CodeCount => ({
        code,
        name: code === null ? (key === 'window' ? '常态化受理' : '未填') : nameOf(cut, code),
        count,
      }));
      return { cut: key, label, counts: what, definition, values: values.sort(byCode) };
    });
  }
}

const byCode = (a: CodeCount, b: CodeCount): number =>
  a.code === null ? 1 : b.code === null ? -1 : a.code < b.code ? -1 : a.code > b.code ? 1 : 0;

/** Those at or below the caller's own place on each route. An organisation that holds two places of one route counts at the higher. */
async function organisationsBelow(
  manager: EntityManager,
  own: readonly string[],
  { sql, parameters }: Counted,
): Promise<OrganisationCount[]> {
  const rows = await manager.query<
    { position: number; kind: StageKind; organisationId: string; name: string | null; achievements: string }[]
  >(
    `SELECT MAX(leg.position) AS position, leg.organisationId, o.name,
       MAX(JSON_VALUE(s.legs, CONCAT('$[', leg.position, '].kind'))) AS kind, COUNT(DISTINCT leg.serial) AS achievements
     FROM submission_leg leg JOIN submission s ON s.serial = leg.serial LEFT JOIN organisation o ON o.id = leg.organisationId
     WHERE leg.serial IN (${sql}) AND EXISTS (SELECT 1 FROM submission_leg place
       WHERE place.serial = leg.serial AND place.organisationId IN (?) AND leg.position <= place.position)
     GROUP BY leg.organisationId, o.name ORDER BY position DESC, achievements DESC, leg.organisationId`,
    [...parameters, own],
  );
  return rows.map(({ kind, organisationId, name, achievements }) => ({
    ...{ kind, organisationId, name: name ?? organisationId, achievements: Number(achievements) },
  }));
}
