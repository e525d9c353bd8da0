import type { Instant, RegistryItemAnswer, ReportKind } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ActHandler } from '../acts/act-context';
import { ActsService } from '../acts/acts.service';
import { acknowledgeChange, returnChange } from '../acts/changes';
import { acknowledge, returnReport } from '../acts/decide';
import { ReportItem } from './report-item.entity';

type Answered = RegistryItemAnswer & { answer: 'acknowledged' | 'returned' | 'refused' };

const isAnswered = (said: RegistryItemAnswer): said is Answered => said.answer !== 'waiting';

/** An act that is not possible any more, as when it was cancelled meanwhile, or not now, while it is suspected. */
const goneOn = (error: unknown): boolean =>
  error instanceof DomainError && (error.code === 'STAGE_ALREADY_DECIDED' || error.code === 'ACT_NOT_PERMITTED');

/** What an answer is to the submission: to its registration, or to what is other since; the latter too where it was cancelled before the answer came. */
const actsOf = {
  acknowledged: {
    registration: ['acknowledge', 'acknowledgeChange'],
    correction: ['acknowledgeChange'],
    cancellation: ['acknowledgeChange'],
  },
  returned: { registration: ['returnReport', 'returnChange'], correction: ['returnChange'], cancellation: ['returnChange'] },
} as const;
type AnsweringAct = (typeof actsOf)['acknowledged' | 'returned'][ReportKind][number];
const does = { acknowledge, returnReport, acknowledgeChange, returnChange };

/** Takes what the registry says of the items of a bundle to the judge, item by item; each in a transaction of its own (S34, P36, P37). */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: ActsService,
  ) {}

  /**
   * What the bundle does not hold is passed over; what is suspected of being classified waits on (P17).
   * @returns how many items were answered that had waited
   */
  async take(bundleId: string, said: readonly RegistryItemAnswer[], at: Instant): Promise<number> {
    const waiting = await this.database.manager.findBy(ReportItem, { bundleId, state: 'waiting' });
    const byId = new Map(waiting.map((item) => [item.id, item]));
    const answered = said.filter(isAnswered).filter(({ itemId }) => byId.has(itemId));
    let taken = 0;
    for (const answer of answered) {
      taken += (await this.takeOne(byId.get(answer.itemId) as ReportItem, answer, at)) ? 1 : 0;
    }
    return taken;
  }

  private async takeOne(item: ReportItem, said: Answered, at: Instant): Promise<boolean> {
    for (const act of actsOf[said.answer === 'acknowledged' ? 'acknowledged' : 'returned'][item.kind]) {
      try {
        await this.judged(item, act, said, at);
        return true;
      } catch (error) {
        if (!goneOn(error)) {
          throw error;
        }
      }
    }
    return false;
  }

  private judged({ id, serial }: ReportItem, act: AnsweringAct, said: Answered, at: Instant): Promise<void> {
    const handler: ActHandler = async (context) => {
      const now = await context.manager.findOneByOrFail(ReportItem, { id });
      const change = now.state === 'waiting' ? await does[act](context) : null;
      return change?.answered ? { ...change, answered: { ...change.answered, receipt: said.receipt } } : change;
    };
    const input = said.answer === 'acknowledged' ? {} : { reason: reasonOf(said) };
    return this.acts.byRegistry({ act, serial, input, at, actId: `${act}:${id}` }, handler);
  }
}

/** People must learn why; a registry that does not say so is quoted as silent. */
const reasonOf = ({ answer, reason = '' }: Answered): string =>
  reason.trim() !== '' ? reason : answer === 'refused' ? '国家科技成果网未能接收，未说明原因' : '国家科技成果网退回，未说明原因';
