import { shanghaiDateOf } from '@dengke/calendar';
import { BusinessClock, DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CodeListEntry } from './code-list-entry.entity';
import type { CodeList, CodeListLine } from './code-lists.dto';

/** The code lists of the form, each in the edition that is in effect on the business day. */
@Injectable()
export class CodeListsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  async all(): Promise<CodeListLine[]> {
    const heads = await this.inEffect()
      .select(['entry.list AS list', 'entry.title AS title', 'entry.edition AS edition', 'entry.effectiveFrom AS effectiveFrom'])
      .addSelect('COUNT(*)', 'entries')
      .groupBy('entry.list, entry.title, entry.edition, entry.effectiveFrom')
      .getRawMany<CodeListLine>();
    return heads.map((head) => ({ ...head, entries: Number(head.entries) }));
  }

  /** @throws DomainError NOT_FOUND */
  async one(list: string): Promise<CodeList> {
    const rows = await this.inEffect().andWhere('entry.list = :list', { list }).orderBy('entry.position').getMany();
    const [first] = rows;
    if (first === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    const { title, edition, effectiveFrom } = first;
    return { list, title, edition, effectiveFrom, entries: rows.map(({ code, name, parent }) => ({ code, name, parent })) };
  }

  private inEffect() {
    const newest = 'SELECT MAX(other.effectiveFrom) FROM code_list other WHERE other.list = entry.list AND other.effectiveFrom <= :today';
    return this.database.manager
      .createQueryBuilder(CodeListEntry, 'entry')
      .where(`entry.effectiveFrom = (${newest})`, { today: shanghaiDateOf(this.clock.now()) });
  }
}
