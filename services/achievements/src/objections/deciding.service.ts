import type { Caller, ObjectionState, Progress, SubmissionAct } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { ActContext, ActHandler, Change } from '../acts/act-context';
import { ActsService } from '../acts/acts.service';
import { closed, concerned, held, holdAfter, makeMoot, openObjections } from './holding';
import { Objection } from './objection.entity';
import type { DecideObjectionDto } from './objections.dto';
import { ObjectionsService } from './objections.service';

export type Answering = Extract<SubmissionAct, 'hold' | 'declineObjection' | 'overrule' | 'uphold'>;

/** What an answer makes of the objection itself: from which state to which. */
const turns: Record<Answering, { from: ObjectionState; to: ObjectionState }> = {
  hold: { from: 'received', to: 'accepted' },
  declineObjection: { from: 'received', to: 'declined' },
  overrule: { from: 'accepted', to: 'overruled' },
  uphold: { from: 'accepted', to: 'upheld' },
};

/** 受理, 不予受理, 异议不成立, 异议成立: each an act upon the submission, through the judge, that sets the objection's row with it (P33). */
@Injectable()
export class DecidingService {
  constructor(
    private readonly objections: ObjectionsService,
    private readonly acts: ActsService,
  ) {}

  /** @throws DomainError NOT_FOUND, OBJECTION_DECIDED, ACT_NOT_PERMITTED, OWN_SUBMISSION, REASON_MISSING */
  async decide(me: Caller, key: string, act: Answering, receipt: string, dto: DecideObjectionDto): Promise<Progress> {
    const { serial } = await this.objections.visible(me, receipt);
    return this.acts.byPerson(me, key, serial, act, { ...dto, objection: receipt }, answered(act, receipt));
  }
}

const answered =
  (act: Answering, receipt: string): ActHandler =>
  async (context) => {
    const { manager, submission, at, input } = context;
    const { from, to } = turns[act];
    const objection = await manager.findOneByOrFail(Objection, { receipt });
    if (objection.state !== from) {
      throw new DomainError('OBJECTION_DECIDED', { state: objection.state });
    }
    await manager.update(
      Objection,
      { receipt, state: from },
      to === 'accepted' ? { state: to, acceptedAt: at } : { state: to, ...closed(at) },
    );
    const others = (await openObjections(manager, submission.serial)).filter((other) => other.receipt !== receipt);
    const text = { reason: input.reason };
    return { ...(await effectOf(act, context, others)), detail: { objection: receipt, ...concerned(submission) }, text };
  };

async function effectOf(act: Answering, context: ActContext, others: readonly Objection[]): Promise<Change> {
  const { manager, submission, at } = context;
  switch (act) {
    case 'hold':
      return submission.heldAt === null ? held(at) : {};
    case 'declineObjection':
    case 'overrule':
      return holdAfter(context, others);
    case 'uphold':
      await makeMoot(manager, others, at);
      return { submission: { state: 'rejected' }, wait: { for: 'nothing' } };
  }
}
