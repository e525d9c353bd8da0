import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { stepsUp } from '@dengke/contract';
import type { DueReminder, Instant } from '@dengke/contract';
import { inTransaction } from '@dengke/service-kit';
import { RecipientsService } from '../recipients/recipients.service';
import { GapsService } from './gaps.service';
import { NoticeActsService } from './notice-acts.service';
import { NoticeCopy } from './notice-copy.entity';
import { subjectOf } from './notice-facts';
import { NoticeTeller } from './notice-teller';
import { Notice } from './notice.entity';

/** Whom a step reaches: ids of people, and the organisations they are told for. */
interface Reached {
  people: string[];
  to: string[];
}

/**
 * The ladder of a late letter (P31): the addressee's desk and its super administrator are reminded by the digests; above them its issuer hears of it,
 * then every few working days the super administrator of who has heard of it and the desk next up the cascade, to the top. Each step is an
 * act of the letter. The daily rounds bring it, one step a round, so none is passed over.
 */
@Injectable()
export class LateLettersService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: NoticeActsService,
    private readonly gaps: GapsService,
    private readonly recipients: RecipientsService,
    private readonly teller: NoticeTeller,
  ) {}

  /** What a round has found late of letters, whatever else it has found. */
  async climb(due: readonly DueReminder[], at: Instant): Promise<void> {
    const steps = new Map(
      due.filter(({ subject }) => subject.startsWith(subjectOf(''))).map(({ subject, rung }) => [subject, stepsUp(rung)]),
    );
    for (const [subject, most] of steps) {
      await this.step(subject.slice(subjectOf('').length), most, at);
    }
  }

  private step(id: string, most: number, at: Instant): Promise<void> {
    return inTransaction(this.database, async (manager) => {
      const seen = await manager.findOneByOrFail(Notice, { id });
      // Where an answer is asked for its issuer hears of it as the last day ends.
      const isHeard = seen.form === null || seen.state === 'due';
      const { late, sentence } = await this.gaps.lateWith(manager, seen);
      if (seen.state === 'withdrawn' || !isHeard || seen.steps >= most || seen.steps >= ladderOf(seen) || late === 0) {
        return;
      }
      const step = seen.steps + 1;
      const { people, to } = await this.reachedBy(manager, seen, step, at);
      const acting = { by: null, at, actId: `escalate:${step}` };
      const what = { id, act: 'escalate', after: seen.lastFact } as const;
      const row = await this.acts.onNotice(manager, what, acting, () => ({ set: { steps: step }, detail: { step, to, late } }));
      if (row.steps === step) {
        await manager.update(NoticeCopy, { noticeId: id, escalatedAt: IsNull(), ...lacking(row) }, { escalatedAt: at });
        await this.teller.tellAbove(manager, row, { people, sentence, at });
      }
    });
  }

  private async reachedBy(manager: EntityManager, { path }: Notice, step: number, at: Instant): Promise<Reached> {
    const ids = path.split('/').filter((one) => one !== '');
    const letters = await manager.find(Notice, {
      where: { id: In(ids) },
      order: { path: 'DESC' },
      select: { id: true, path: true, issuerId: true },
    });
    const issuers = letters.map(({ issuerId }) => issuerId);
    const [heard, next] = [issuers.slice(0, step - 1).slice(-1), issuers.slice(step - 1, step)];
    const [admins, desks] = [await this.recipients.superAdminsOf(manager, heard, at), await this.recipients.atDesks(manager, next, at)];
    return { people: [...new Set([...admins.values(), ...desks.values()].flat())], to: [...heard, ...next] };
  }
}

/** Its issuer, one for each letter it encloses, and the super administrator at the top. */
const ladderOf = ({ path }: Notice): number => path.split('/').length - 1;
const lacking = ({ form }: Notice) => (form === null ? { signedAt: IsNull() } : { answeredAt: IsNull() });
