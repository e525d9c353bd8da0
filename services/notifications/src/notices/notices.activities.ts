import { Injectable } from '@nestjs/common';
import type { Instant, NoticeFact, NotificationsActivities, RunningDeadline, TimedNoticeAct } from '@dengke/contract';
import { Activities } from '@dengke/service-kit';
import { NoticeActsService } from './notice-acts.service';
import { NoticeTeller } from './notice-teller';
import { OverseeingService } from './overseeing.service';
import { NoticesWaitingService } from './waiting.service';

type NoticesActivitiesOf = Pick<NotificationsActivities, 'noticeFactsAfter' | 'tellAddressees' | 'noticeFallsDue' | 'noticesWaiting'>;

/** What the workflows of letters and the reminder round ask of notices. */
@Activities()
@Injectable()
export class NoticesActivities implements NoticesActivitiesOf {
  constructor(
    private readonly acts: NoticeActsService,
    private readonly teller: NoticeTeller,
    private readonly overseeing: OverseeingService,
    private readonly waiting: NoticesWaitingService,
  ) {}

  noticeFactsAfter({ noticeId, after }: { noticeId: string; after: number }): Promise<NoticeFact[]> {
    return this.acts.factsAfter(noticeId, after);
  }

  tellAddressees({ noticeId, upTo, cursor }: { noticeId: string; upTo: number; cursor: string | null }) {
    return this.teller.page(noticeId, upTo, cursor);
  }

  noticeFallsDue(act: TimedNoticeAct): Promise<NoticeFact[]> {
    return this.overseeing.fallDue(act);
  }

  noticesWaiting({ cursor }: { at: Instant; cursor: string | null }): Promise<{ waiting: RunningDeadline[]; next: string | null }> {
    return this.waiting.page(cursor);
  }
}
