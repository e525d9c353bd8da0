import { errorSentences } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { DomainError, managerOf } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EachOutcome } from '../acts/each-outcome.dto';
import { progressOf } from '../acts/facts';
import { ManyActsService } from '../acts/many-acts.service';
import { Submission } from '../acts/submission.entity';
import { MovingCorrectionsService } from '../corrections/moving-corrections.service';
import type { Deadline } from '../deadlines/deadline.entity';
import { LimitRule } from '../deadlines/limit-rule.entity';
import { successorOf } from '../deadlines/successor';
import { WorkingDaysService } from '../deadlines/working-days.service';
import type { MoveToLimitDto } from './limits.dto';
import { concerns, daysBy, movedToLimit } from './moved-limit';

/** Running items keep the limit they started with unless an administrator moves them (P32): here he does, each by a recorded act. */
@Injectable()
export class MovingService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: ManyActsService,
    private readonly workingDays: WorkingDaysService,
    private readonly corrections: MovingCorrectionsService,
  ) {}

  /** @throws DomainError NOT_FOUND for a limit that is not there */
  async move(me: Caller, key: string, id: string, { serials, reason }: MoveToLimitDto): Promise<EachOutcome[]> {
    const limit = await this.database.manager.findOneBy(LimitRule, { id });
    if (limit === null) {
      throw new DomainError('NOT_FOUND');
    }
    if (limit.about === 'correction') {
      return this.moveCorrections(me, key, limit, { serials, reason });
    }
    const handlerOf = () => movedToLimit(id, (open) => this.countedBy(limit, open));
    return this.acts.byPerson(me, key, { act: 'moveLimit', serials, input: { reason }, handlerOf });
  }

  /** Of these registrations the corrections that wait. */
  private async moveCorrections(me: Caller, key: string, limit: LimitRule, { serials, reason }: MoveToLimitDto): Promise<EachOutcome[]> {
    const outcomes: EachOutcome[] = [];
    for (const serial of serials) {
      try {
        const moved = await this.corrections.move(me, key, limit, { serial, reason });
        const submission = await this.database.manager.findOneByOrFail(Submission, { serial });
        outcomes.push({ serial, outcome: moved ? 'done' : 'unchanged', progress: progressOf(submission), code: null, sentence: null });
      } catch (refusal) {
        if (!(refusal instanceof DomainError)) {
          throw refusal;
        }
        const { code } = refusal;
        outcomes.push({ serial, outcome: 'refused', progress: null, code, sentence: errorSentences[code] });
      }
    }
    return outcomes;
  }

  /** @throws DomainError ACT_NOT_PERMITTED of publicity, which ends on the day that was published (P33) */
  private async countedBy(limit: LimitRule, open: Deadline): Promise<Deadline | null> {
    if (limit.about === 'publicity') {
      throw new DomainError('ACT_NOT_PERMITTED');
    }
    const manager = managerOf(this.database);
    const { category, mode, windowId } = await manager.findOneByOrFail(Submission, { serial: open.serial });
    const wait = { ...open, category, windowId: mode === 'window' ? windowId : null };
    if (!concerns(limit, wait) || open.limitId === limit.id) {
      return null;
    }
    const present = await manager.findOneByOrFail(LimitRule, { id: open.limitId });
    const counted = { days: daysBy(limit, present, open.days), extraDays: open.extraDays };
    return successorOf(open, limit, await this.workingDays.current(manager), counted);
  }
}
