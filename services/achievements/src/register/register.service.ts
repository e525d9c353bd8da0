import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { RegisterEntry } from './register-entry.entity';
import { facets } from './register.dto';
import type {
  AnnouncementsDto,
  AnnouncementsQuery,
  Facet,
  FacetCountDto,
  RegisterEntryDto,
  RegisterFilter,
  RegisterPageDto,
  RegisterQuery,
} from './register.dto';

const DAYS = 31;

/** The public register (P34, P36, P38). Reads the published rows and nothing else; for titles LIKE is faster than full text. */
@Injectable()
export class RegisterService {
  constructor(private readonly database: DataSource) {}

  async search({ after, limit, ...filter }: RegisterQuery): Promise<RegisterPageDto> {
    const query = this.matching(filter).orderBy('e.approvedOn', 'DESC').addOrderBy('e.number', 'DESC');
    const [day, number] = after?.split('~') ?? [];
    if (day !== undefined) {
      query.andWhere('(e.approvedOn < :day OR (e.approvedOn = :day AND e.number < :number))', { day, number });
    }
    const rows = await query.take(limit + 1).getMany();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(entryOf), next: rows.length > limit && last ? `${last.approvedOn}~${last.number}` : null };
  }

  /** How many of what a search finds have which value, the most frequent first. */
  async facets(filter: RegisterFilter): Promise<FacetCountDto[]> {
    const counts = await Promise.all(facets.map((facet) => this.countsBy(facet, filter)));
    return counts.flat();
  }

  /** @throws DomainError NOT_FOUND */
  async one(number: string): Promise<RegisterEntryDto> {
    const row = await this.database.manager.findOneBy(RegisterEntry, { number, withheld: false });
    if (row === null) {
      throw new DomainError('NOT_FOUND');
    }
    return entryOf(row);
  }

  /** 公告, by day and window, the newest day first. */
  async announcements({ window, before }: AnnouncementsQuery): Promise<AnnouncementsDto> {
    const days = this.announceable(window)
      .select('e.approvedOn', 'approvedOn')
      .distinct(true)
      .orderBy('e.approvedOn', 'DESC')
      .limit(DAYS + 1);
    const found = await (before === undefined ? days : days.andWhere('e.approvedOn < :before', { before })).getRawMany<{
      approvedOn: string;
    }>();
    const shown = found.slice(0, DAYS).map(({ approvedOn }) => approvedOn);
    const items = shown.length === 0 ? [] : await this.announced(shown, window);
    return { items, next: found.length > DAYS ? (shown.at(-1) ?? null) : null };
  }

  /** What an earlier register announced is not announced again. */
  private announceable(window: string | undefined): SelectQueryBuilder<RegisterEntry> {
    return this.matching(window === undefined ? {} : { window }).andWhere('e.importedOn IS NULL');
  }

  private async announced(days: readonly string[], window: string | undefined): Promise<AnnouncementsDto['items']> {
    const rows = await this.announceable(window)
      .andWhere('e.approvedOn IN (:...days)', { days })
      .select('e.approvedOn', 'approvedOn')
      .addSelect('e.windowId', 'windowId')
      .addSelect('COUNT(*)', 'count')
      .groupBy('e.approvedOn')
      .addGroupBy('e.windowId')
      .orderBy('e.approvedOn', 'DESC')
      .addOrderBy('e.windowId')
      .getRawMany<{ approvedOn: string; windowId: string | null; count: string }>();
    return rows.map(({ count, ...group }) => ({ ...group, count: Number(count) }));
  }

  private async countsBy(facet: Facet, filter: RegisterFilter): Promise<FacetCountDto[]> {
    const rows = await this.matching(filter)
      .select(`e.${facet}`, 'value')
      .addSelect('COUNT(*)', 'count')
      .groupBy(`e.${facet}`)
      .orderBy('count', 'DESC')
      .addOrderBy('value')
      .getRawMany<{ value: string | number | null; count: string }>();
    return rows.map(({ value, count }) => ({ facet, value: value === null ? null : String(value), count: Number(count) }));
  }

  private matching({ name, unit, completer, areaCode, window, ...equal }: RegisterFilter): SelectQueryBuilder<RegisterEntry> {
    const query = this.database.manager.createQueryBuilder(RegisterEntry, 'e').where('e.withheld = 0');
    if (areaCode !== undefined) {
      query.andWhere('e.areaCode LIKE :area', { area: `${areaCode}%` });
    }
    (name?.trim().split(/\s+/) ?? []).forEach((word, index) =>
      query.andWhere(`e.name LIKE :word${index}`, { [`word${index}`]: containing(word) }),
    );
    if (unit !== undefined) {
      query.andWhere("JSON_SEARCH(e.units, 'one', :unit) IS NOT NULL", { unit: containing(unit) });
    }
    if (completer !== undefined) {
      query.andWhere("JSON_SEARCH(e.completers, 'one', :completer) IS NOT NULL", { completer: containing(completer) });
    }
    const same = Object.entries({ ...equal, windowId: window }).filter(([, value]) => value !== undefined);
    same.forEach(([column, value]) => query.andWhere(`e.${column} = :${column}`, { [column]: value }));
    return query;
  }
}

/** Of what was typed nothing is a wildcard. */
const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

const entryOf = ({ number, name, category, units, completers, summary, ...more }: RegisterEntry): RegisterEntryDto => {
  const { registrationYear, approvedOn, areaCode, unitKind, industrySection, discipline, cancelledOn, importedOn } = more;
  return {
    ...{ number, name, category, firstUnit: units[0] ?? '', units, completers, summary },
    ...{ registrationYear, approvedOn, areaCode, unitKind, industrySection, discipline, cancelledOn, importedOn },
  };
};
