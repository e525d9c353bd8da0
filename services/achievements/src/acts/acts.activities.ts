import type { AchievementsActivities, SubmissionFact, TimedAct } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { ActsService } from './acts.service';

type SubmissionActivities = Pick<AchievementsActivities, 'factsAfter' | 'escalate' | 'carryOver' | 'register' | 'reportUp'>;

/** What the `submission` workflow asks for: the facts, and the acts of time. Each goes through the judge like a person's act. */
@Injectable()
@Activities()
export class ActsActivities implements SubmissionActivities {
  constructor(private readonly acts: ActsService) {}

  factsAfter({ serial, after }: { serial: string; after: number }): Promise<SubmissionFact[]> {
    return this.acts.factsAfter(serial, after);
  }

  escalate(act: TimedAct): Promise<SubmissionFact[]> {
    return this.acts.byWorkflow('escalate', act);
  }

  carryOver(act: TimedAct): Promise<SubmissionFact[]> {
    return this.acts.byWorkflow('carryOver', act);
  }

  register(act: TimedAct): Promise<SubmissionFact[]> {
    return this.acts.byWorkflow('register', act);
  }

  reportUp(act: TimedAct): Promise<SubmissionFact[]> {
    return this.acts.byWorkflow('reportUp', act);
  }
}
