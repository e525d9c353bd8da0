import type { ErrorCode, Instant } from '@dengke/contract';
import { managerOf, sm3 } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IntakeService } from './intake.service';
import { RefusedSubmission } from './refused-submission.entity';

/** Counts what submit refused, apart from the account: it never entered. */
@Injectable()
export class RefusalsService {
  constructor(
    private readonly database: DataSource,
    private readonly intake: IntakeService,
  ) {}

  /** One act that is sent again counts once, by the refusal that came first. */
  async count(code: ErrorCode, unitId: string, refusedAt: Instant, actId: string): Promise<void> {
    const { manager } = this.database;
    const [window] = await this.intake.openAt(manager, refusedAt);
    const refused = { windowId: window?.id ?? null, code, unitId, attempt: sm3(actId), refusedAt };
    await manager.createQueryBuilder().insert().into(RefusedSubmission).values(refused).orIgnore().execute();
  }

  async of(windowId: string): Promise<Record<string, number>> {
    const rows = await managerOf(this.database).query<{ code: string; refused: number }[]>(
      'SELECT code, COUNT(*) AS refused FROM refused_submission WHERE windowId = ? GROUP BY code ORDER BY code',
      [windowId],
    );
    return Object.fromEntries(rows.map(({ code, refused }) => [code, Number(refused)]));
  }
}
