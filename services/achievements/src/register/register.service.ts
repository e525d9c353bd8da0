import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { SelectQueryBuilder } from 'typeorm';
import { countsOf } from './counts';
import { foundBy, placesOf } from './found';
import type { Place } from './found';
import { KeptCounts } from './kept-counts';
import { RegisterEntry } from './register-entry.entity';
import type {
  AnnouncementsDto,
  AnnouncementsQuery,
  FacetCountDto,
  RegisterEntryDto,
  RegisterFilter,
  RegisterPageDto,
  RegisterQuery,
  WithheldEntryDto,
} from './register.dto';

const DAYS = 31;

/** The public register (P34, P36, P38). Reads the published rows and nothing else; what is looked for by its letters is found as decision 0029 says. */
@Injectable()
export class RegisterService {
  private readonly counts = new KeptCounts();

  constructor(private readonly database: DataSource) {}

  async search({ after, limit, ...filter }: RegisterQuery): Promise<RegisterPageDto> {
    const { manager } = this.database;
    const found = await foundBy(manager, filter);
    const [approvedOn, number] = after?.split('~') ?? [];
    const from = approvedOn === undefined || number === undefined ? undefined : { approvedOn, number };
    const places = await placesOf(manager, found, from, limit + 1);
    const shown = places.slice(0, limit);
    const last = shown.at(-1);
    return { items: await this.entriesAt(shown), next: places.length > limit && last ? `${last.approvedOn}~${last.number}` : null };
  }

  /** How many of what a search finds have which value, the most frequent first. */
  async facets(filter: RegisterFilter): Promise<FacetCountDto[]> {
    const { manager } = this.database;
    const found = await foundBy(manager, filter);
    const asked = JSON.stringify(Object.entries(filter).sort());
    return this.counts.of(asked, () => countsOf(manager, found));
  }

  /** Of what was cancelled as classified its number, the mark and the day (P17, P36). @throws DomainError NOT_FOUND */
  async one(number: string): Promise<RegisterEntryDto | WithheldEntryDto> {
    const row = await this.database.manager.findOneBy(RegisterEntry, { number });
    if (row?.withheld === true && row.cancelledOn !== null) {
      return { number, cancelledOn: row.cancelledOn };
    }
    if (row === null || row.withheld) {
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

  private async entriesAt(places: readonly Place[]): Promise<RegisterEntryDto[]> {
    const rows = await this.database.manager.findBy(RegisterEntry, { number: In(places.map(({ number }) => number)), withheld: false });
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    return places.flatMap(({ number }) => byNumber.get(number) ?? []).map(entryOf);
  }

  /** What an earlier register announced is not announced again. */
  private announceable(window: string | undefined): SelectQueryBuilder<RegisterEntry> {
    const query = this.database.manager.createQueryBuilder(RegisterEntry, 'e').where('e.withheld = 0 AND e.importedOn IS NULL');
    return window === undefined ? query : query.andWhere('e.windowId = :window', { window });
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
}

const entryOf = ({ number, name, category, units, completers, summary, ...more }: RegisterEntry): RegisterEntryDto => {
  const { registrationYear, approvedOn, areaCode, unitKind, industrySection, discipline, cancelledOn, importedOn } = more;
  return {
    ...{ number, name, category, firstUnit: units[0] ?? '', units, completers, summary },
    ...{ registrationYear, approvedOn, areaCode, unitKind, industrySection, discipline, cancelledOn, importedOn },
  };
};
