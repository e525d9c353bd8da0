import type { Caller } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { DraftsService } from '../drafts/drafts.service';
import { Organisation } from '../organisations/organisation.entity';
import { SubmissionsService } from '../submissions/submissions.service';
import type { OpenWork } from './open-work.dto';

const SHOWN = 200;

/** What is open at organisations that are about to change. */
@Injectable()
export class OpenWorkService {
  constructor(
    private readonly database: DataSource,
    private readonly submissions: SubmissionsService,
    private readonly drafts: DraftsService,
  ) {}

  async of(me: Caller, organisationIds: readonly string[]): Promise<OpenWork> {
    const open = await this.submissions.openOf(me, organisationIds);
    const [rows, submissionCount] = await open.take(SHOWN).getManyAndCount();
    const submissions = rows.map(({ serial, unitId, state, stage, deskId }) => ({ serial, unitId, state, stage, deskId }));
    return { submissions, submissionCount, draftCount: await this.draftsBelow(me, organisationIds) };
  }

  /** Nothing of a draft but that it is there, and that only to who stands above its unit. */
  private async draftsBelow({ position }: Caller, organisationIds: readonly string[]): Promise<number> {
    const { manager } = this.database;
    const [own, asked] = [
      await manager.findOneBy(Organisation, { id: position.organisationId }),
      await manager.findBy(Organisation, { id: In([...organisationIds]) }),
    ];
    const below = asked.filter(({ path }) => own !== null && path.startsWith(own.path)).map(({ id }) => id);
    return this.drafts.countOf(below);
  }
}
