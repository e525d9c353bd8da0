import type { Caller, Progress } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsClient } from '../accounts-client';
import { ActsService } from '../acts/acts.service';
import { Submission } from '../acts/submission.entity';
import type { ReassignDto } from './review.dto';

/** What a desk does that needs more than the judge knows. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsClient,
    private readonly acts: ActsService,
  ) {}

  /** 转办: only to somebody who sits at the desk. @throws DomainError NOT_FOUND when the person does not */
  async reassign(me: Caller, key: string, serial: string, dto: ReassignDto): Promise<Progress> {
    const submission = await this.database.manager.findOneBy(Submission, { serial });
    if (!submission?.deskId) {
      throw new DomainError('NOT_FOUND');
    }
    const people = await this.accounts.peopleOf(submission.deskId);
    if (!people.some((person) => person.id === dto.toPersonId)) {
      throw new DomainError('NOT_FOUND', { field: 'toPersonId' });
    }
    return this.acts.byPerson(me, key, serial, 'reassign', dto);
  }
}
