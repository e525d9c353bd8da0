import type { AchievementsActivities, CorrectionFact, TimedCorrectionAct } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { CorrectionActsService } from './correction-acts.service';
import { CorrectionTimeService } from './correction-time.service';

/** What the `correction` workflow asks for. */
@Injectable()
@Activities()
export class CorrectionsActivities implements Pick<AchievementsActivities, 'correctionFactsAfter' | 'escalateCorrection'> {
  constructor(
    private readonly acts: CorrectionActsService,
    private readonly time: CorrectionTimeService,
  ) {}

  correctionFactsAfter({ id, after }: { id: string; after: number }): Promise<CorrectionFact[]> {
    return this.acts.factsAfter(id, after);
  }

  escalateCorrection(act: TimedCorrectionAct): Promise<CorrectionFact[]> {
    return this.time.escalate(act);
  }
}
