import type { Caller, Progress } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service';
import type { Deadline } from '../deadlines/deadline.entity';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { successorOf } from '../deadlines/successor';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { extended } from './extend';
import type { ExtendDto } from './extensions.dto';

/** 延期: more days for whoever is waited for, given by who looks after the wait (P31, P32). */
@Injectable()
export class ExtensionsService {
  constructor(
    private readonly acts: ActsService,
    private readonly workingDays: WorkingDaysService,
  ) {}

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED, ACT_NOT_PERMITTED, INVALID_INPUT where it would be late all the same */
  extend(me: Caller, key: string, serial: string, dto: ExtendDto): Promise<Progress> {
    return this.acts.byPerson(
      me,
      key,
      serial,
      'extend',
      dto,
      extended((manager, open) => this.longer(manager, open, dto.days)),
    );
  }

  private async longer(manager: EntityManager, open: Deadline, days: number): Promise<Deadline> {
    const limit = await manager.findOneByOrFail(LimitRule, { id: open.limitId });
    const counted = { days: (open.days ?? limit.value) + days, extraDays: open.extraDays + days };
    return successorOf(open, limit, await this.workingDays.current(manager), counted);
  }
}
