import type { ErrorCode, Instant } from '@dengke/contract';
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

  async count(code: ErrorCode, unitId: string, refusedAt: Instant): Promise<void> {
    const [window] = await this.intake.openAt(this.database.manager, refusedAt);
    await this.database.manager.insert(RefusedSubmission, { windowId: window?.id ?? null, code, unitId, refusedAt });
  }

  async of(windowId: string): Promise<Record<string, number>> {
    const rows = await this.database.query<{ code: string; refused: number }[]>(
      'SELECT code, COUNT(*) AS refused FROM refused_submission WHERE windowId = ? GROUP BY code ORDER BY code',
      [windowId],
    );
    return Object.fromEntries(rows.map(({ code, refused }) => [code, Number(refused)]));
  }
}
