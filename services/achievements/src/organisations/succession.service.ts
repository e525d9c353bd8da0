import { actRules } from '@dengke/contract';
import type { Instant } from '@dengke/contract';
import { apart } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActsService } from '../acts/acts.service';
import { takenOver } from '../acts/graph-change';
import { DraftsService } from '../drafts/drafts.service';

const PAGE = 100;

/**
 * 承接: everything open at a closed organisation goes to its successor, each submission by an act of its own, so that what is done stays done
 * when it is interrupted. Meanwhile the caller's transaction holds the closed organisation's row: who submits waits for it (`refuseClosed`).
 */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
  ) {}

  /** By the one who follows accounts, in a transaction of its own for each: all that a desk had in one would be a long one. */
  takeOver(closedId: string, successorId: string, at: Instant): Promise<void> {
    return apart(() => this.takeOverEach(closedId, successorId, at));
  }

  private async takeOverEach(closedId: string, successorId: string, at: Instant): Promise<void> {
    const actId = `takeOver/${closedId}/${successorId}`;
    for (let serials = await this.openAt(closedId, ''); serials.length > 0; serials = await this.openAt(closedId, serials.at(-1) ?? '')) {
      for (const serial of serials) {
        await this.acts.byFeed('takeOver', serial, at, actId, takenOver(closedId, successorId));
      }
    }
    await this.drafts.moveTo(successorId, closedId);
  }

  /** What is not over and still has the closed one as its unit, its organiser or in its route. */
  private async openAt(organisationId: string, after: string): Promise<string[]> {
    const rows = await this.database.query<{ serial: string }[]>(
      `SELECT s.serial FROM submission s
        WHERE s.serial > ? AND s.state IN (?)
          AND (s.unitId = ? OR s.organiserId = ? OR EXISTS (SELECT 1 FROM submission_leg l WHERE l.serial = s.serial AND l.organisationId = ?))
        ORDER BY s.serial LIMIT ?`,
      [after, actRules.takeOver.from, organisationId, organisationId, organisationId, PAGE],
    );
    return rows.map(({ serial }) => serial);
  }
}
