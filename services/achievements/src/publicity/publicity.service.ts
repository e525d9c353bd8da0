import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { PublicityEntry } from './publicity-entry.entity';
import type { PublicityEntryDto, PublicityListDto, PublicityQuery } from './publicity.dto';

const PAGE = 50;

/** 公示 for everybody (P33). Reads the published rows and nothing else. */
@Injectable()
export class PublicityService {
  constructor(private readonly database: DataSource) {}

  async list({ after }: PublicityQuery): Promise<PublicityListDto> {
    const where = { leftAt: IsNull(), ...(after && { serial: MoreThan(after) }) };
    const rows = await this.database.manager.find(PublicityEntry, { where, order: { serial: 'ASC' }, take: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    return { items: shown.map(publicityOf), next: rows.length > PAGE ? (shown.at(-1)?.serial ?? null) : null };
  }

  /** @throws DomainError NOT_FOUND once it has left publicity too */
  async one(serial: string): Promise<PublicityEntryDto> {
    const row = await this.database.manager.findOneBy(PublicityEntry, { serial, leftAt: IsNull() });
    if (row === null) {
      throw new DomainError('NOT_FOUND');
    }
    return publicityOf(row);
  }
}

const publicityOf = ({ serial, name, category, units, completers, summary, fromOn, toOn }: PublicityEntry): PublicityEntryDto => ({
  ...{ serial, name, category, firstUnit: units[0] ?? '', units, completers, summary, fromOn, toOn },
});
