import { Injectable } from '@nestjs/common';
import type {
  AccountsActivities,
  ApplicationFact,
  CountedDay,
  Instant,
  LostDayPage,
  Recounted,
  RecountPage,
  RunningDeadline,
  TimedApplicationAct,
} from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { ApplicationActsService } from './application-acts.service';
import { ApplicationTimeService } from './application-time.service';
import { RecountingService } from './recounting.service';
import { WaitingService } from './waiting.service';

/** What the workflows of applications and the reminder round ask of accounts. */
@Injectable()
@Activities()
export class ApplicationsActivities implements AccountsActivities {
  constructor(
    private readonly acts: ApplicationActsService,
    private readonly time: ApplicationTimeService,
    private readonly waiting: WaitingService,
    private readonly recounting: RecountingService,
  ) {}

  applicationFactsAfter({ subject, after }: { subject: string; after: number }): Promise<ApplicationFact[]> {
    return this.acts.factsAfter(subject, after);
  }

  setDue(input: TimedApplicationAct & { due: CountedDay }): Promise<ApplicationFact[]> {
    return this.time.setDue(input);
  }

  escalate(act: TimedApplicationAct): Promise<ApplicationFact[]> {
    return this.time.escalate(act);
  }

  expire(act: TimedApplicationAct): Promise<ApplicationFact[]> {
    return this.time.expire(act);
  }

  recountApplications(page: RecountPage): Promise<Recounted> {
    return this.recounting.page(page);
  }

  extendApplications(page: LostDayPage): Promise<Recounted> {
    return this.recounting.pastLostDay(page);
  }

  applicationsWaiting({
    at,
    cursor,
  }: {
    at: Instant;
    cursor: string | null;
  }): Promise<{ waiting: RunningDeadline[]; next: string | null }> {
    return this.waiting.page(cursor, at);
  }
}
