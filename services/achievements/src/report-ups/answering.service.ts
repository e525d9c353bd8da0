import type { Instant, RegistryItemAnswer } from '@dengke/contract';
import { DomainError, inTransaction } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ActHandler } from '../acts/act-context';
import { ActsService } from '../acts/acts.service';
import { acknowledge, returnReport } from '../acts/decide';
import { CollectingService } from './collecting.service';
import { ReportItem } from './report-item.entity';

type Answered = RegistryItemAnswer & { answer: 'acknowledged' | 'returned' | 'refused' };

const isAnswered = (said: RegistryItemAnswer): said is Answered => said.answer !== 'waiting';

/** What the submission has gone on to otherwise, as when it was cancelled meanwhile: the answer then closes the item alone. */
const goneOn = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === 'STAGE_ALREADY_DECIDED' || error.code === 'ACT_NOT_PERMITTED');

/** Takes what the registry says of the items of a bundle to the judge, item by item; each in a transaction of its own (S34, P37). */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: ActsService,
    private readonly collecting: CollectingService,
  ) {}

  /** What the bundle does not hold is passed over. @returns how many items were answered that had waited */
  async take(bundleId: string, said: readonly RegistryItemAnswer[], at: Instant): Promise<number> {
    const waiting = await this.database.manager.findBy(ReportItem, { bundleId, state: 'waiting' });
    const byId = new Map(waiting.map((item) => [item.id, item]));
    const answered = said.filter(isAnswered).filter(({ itemId }) => byId.has(itemId));
    for (const answer of answered) {
      await this.takeOne(byId.get(answer.itemId) as ReportItem, answer, at);
    }
    return answered.length;
  }

  private async takeOne(item: ReportItem, said: Answered, at: Instant): Promise<void> {
    if (item.kind === 'registration') {
      try {
        await this.judged(item, said, at);
        return;
      } catch (error) {
        if (!goneOn(error)) {
          throw error;
        }
      }
    }
    const state = said.answer === 'acknowledged' ? 'acknowledged' : 'returned';
    const reason = state === 'returned' ? reasonOf(said) : undefined;
    await inTransaction(this.database, (manager) =>
      this.collecting.answer(manager, item.id, { state, receipt: said.receipt ?? null, at, reason }),
    );
  }

  private judged({ id, serial }: ReportItem, said: Answered, at: Instant): Promise<void> {
    const act = said.answer === 'acknowledged' ? 'acknowledge' : 'returnReport';
    const does = act === 'acknowledge' ? acknowledge : returnReport;
    const handler: ActHandler = async (context) => {
      const now = await context.manager.findOneByOrFail(ReportItem, { id });
      const change = now.state === 'waiting' ? await does(context) : null;
      return change?.answered ? { ...change, answered: { ...change.answered, receipt: said.receipt } } : change;
    };
    const input = act === 'acknowledge' ? {} : { reason: reasonOf(said) };
    return this.acts.byRegistry({ act, serial, input, at, actId: `${act}:${id}` }, handler);
  }
}

/** People must learn why; a registry that does not say so is quoted as silent. */
const reasonOf = ({ answer, reason = '' }: Answered): string =>
  reason.trim() !== '' ? reason : answer === 'refused' ? '国家科技成果网未能接收，未说明原因' : '国家科技成果网退回，未说明原因';
