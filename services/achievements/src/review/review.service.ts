import { rightsOf } from '@dengke/contract';
import type { ActInput, Caller, Progress, StageKind } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsClient } from '../accounts-client';
import { ActsService } from '../acts/acts.service';
import { reassign as handOver } from '../acts/desk';
import { progressOf } from '../acts/facts';
import { ManyActsService } from '../acts/many-acts.service';
import { partiesOf } from '../acts/permission';
import { Submission } from '../acts/submission.entity';
import type { EachOfMany, RecommendManyDto, ReturnManyDto } from './many.dto';
import type { ReassignDto } from './review.dto';

/** A stage's kind is that of the organisation at its desk. */
interface Desk {
  kind: StageKind;
  organisationId: string;
}

/** What a desk does that needs more than the judge knows. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsClient,
    private readonly acts: ActsService,
    private readonly many: ManyActsService,
  ) {}

  async recommendMany(me: Caller, key: string, { submissions, opinion }: RecommendManyDto): Promise<EachOfMany> {
    const each = new Map(submissions.map(({ serial, seen, findings }) => [serial, { seen, findings, opinion }]));
    return { items: await this.many.byPerson(me, key, { act: 'recommend', serials: [...each.keys()], input: inputIn(each) }) };
  }

  async returnMany(me: Caller, key: string, { submissions, reason, items }: ReturnManyDto): Promise<EachOfMany> {
    const each = new Map(submissions.map(({ serial, seen }) => [serial, { seen, reason, items }]));
    return { items: await this.many.byPerson(me, key, { act: 'return', serials: [...each.keys()], input: inputIn(each) }) };
  }

  /**
   * 转办: only to somebody who may decide at the desk. Asked before the lock, judged under it: what accounts said of one desk is not used for another.
   * @throws DomainError NOT_FOUND when the person may not, STAGE_ALREADY_DECIDED when it has gone on meanwhile
   */
  async reassign(me: Caller, key: string, serial: string, dto: ReassignDto): Promise<Progress> {
    const desk = await this.deskSeenBy(me, serial);
    const candidates = desk === null ? [] : await this.candidates(desk);
    return this.acts.byPerson(me, key, serial, 'reassign', dto, (context) => {
      if (context.submission.deskId !== desk?.organisationId) {
        throw new DomainError('STAGE_ALREADY_DECIDED', { current: progressOf(context.submission) });
      }
      if (!candidates.includes(dto.toPersonId)) {
        throw new DomainError('NOT_FOUND', { field: 'toPersonId' });
      }
      return handOver(context);
    });
  }

  private async deskSeenBy(me: Caller, serial: string): Promise<Desk | null> {
    const submission = await this.database.manager.findOneBy(Submission, { serial });
    if (submission === null || submission.stage === null || submission.deskId === null) {
      return null;
    }
    const isParty = partiesOf({ submission }).has(me.position.organisationId);
    return isParty ? { kind: submission.stage, organisationId: submission.deskId } : null;
  }

  /** Nobody for those who may not see who sits there. */
  private async candidates({ kind, organisationId }: Desk): Promise<string[]> {
    try {
      const people = await this.accounts.peopleOf(organisationId);
      return people
        .filter(({ role }) => rightsOf({ role, organisationKind: kind }).has('submission.decide'))
        .map(({ personId }) => personId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') {
        return [];
      }
      throw error;
    }
  }
}

/** Without what was left out: it is no part of the act's body. */
const inputIn =
  (each: ReadonlyMap<string, { [field in keyof ActInput]: ActInput[field] | undefined }>) =>
  (serial: string): ActInput =>
    Object.fromEntries(Object.entries(each.get(serial) ?? {}).filter(([, value]) => value !== undefined));
