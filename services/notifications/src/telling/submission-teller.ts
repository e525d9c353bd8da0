import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FeedEntry } from '@dengke/contract';
import { Follows } from '@dengke/service-kit';
import type { FeedReader } from '@dengke/service-kit';
import { CorrectionTeller } from './correction-teller';
import { EntryTeller } from './entry-teller';
import { ObjectionTeller } from './objection-teller';
import { submissionNews } from './submission-news';
import { TellingService } from './telling.service';

/** Follows achievements and tells people; what it does not understand means nothing to anybody. */
@Follows('achievements')
@Injectable()
export class SubmissionTeller implements FeedReader {
  constructor(
    private readonly telling: TellingService,
    private readonly corrections: CorrectionTeller,
    private readonly objections: ObjectionTeller,
    private readonly entries: EntryTeller,
  ) {}

  async apply(manager: EntityManager, entry: FeedEntry): Promise<void> {
    const news = submissionNews(entry);
    await (news === null ? this.corrections.tell(manager, entry) : this.telling.tell(manager, news));
    await this.objections.tell(manager, entry);
    await this.entries.tell(manager, entry);
  }
}
