import type { Recounted, RecountPage } from '@dengke/contract';
import { managerOf } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, MoreThan } from 'typeorm';
import { ActsService } from '../acts/acts.service';
import { recounted } from '../acts/time';
import { Deadline } from '../deadlines/deadline.entity';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { successorOf } from '../deadlines/successor';
import { WorkingDaysService } from '../deadlines/working-days.service';

const PAGE = 50;

/** Counts open deadlines anew by the edition of the calendar that is in force, each by an act of its submission (P40–P42). */
@Injectable()
export class RecountingService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: ActsService,
    private readonly workingDays: WorkingDaysService,
  ) {}

  /** One page of what an earlier edition counted. Done again, it finds nothing more to move. */
  async page({ version, at, cursor }: RecountPage): Promise<Recounted> {
    const open = await this.database.manager.find(Deadline, {
      where: { state: 'open', calendarVersion: LessThan(version), id: MoreThan(cursor ?? '') },
      order: { id: 'ASC' },
      take: PAGE,
    });
    let moved = 0;
    for (const deadline of open) {
      if ((await this.countedAnew(deadline)) !== null) {
        await this.acts.byFeed('recount', deadline.serial, at, `recount:${version}`, this.handler());
        moved += 1;
      }
    }
    return { moved, next: open.length === PAGE ? (open.at(-1)?.id ?? null) : null };
  }

  private handler(): ReturnType<typeof recounted> {
    return recounted((open) => this.countedAnew(open));
  }

  /** The row in whose place it comes, or null where the edition in force says the same. */
  private async countedAnew(open: Deadline): Promise<Deadline | null> {
    const manager = managerOf(this.database);
    const limit = await manager.findOneByOrFail(LimitRule, { id: open.limitId });
    const calendar = await this.workingDays.current(manager);
    const anew = successorOf(open, limit, calendar);
    return anew.dueOn === open.dueOn && anew.provisional === open.provisional ? null : anew;
  }
}
