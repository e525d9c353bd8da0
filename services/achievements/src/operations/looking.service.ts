import { submissionWorkflowId } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { BusinessClock, inTransaction, Ledger, ordersSubject } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { ExplainedSubmission } from './explained.dto';
import { ExplainedService } from './explained.service';
import type { StandingCountDto, StandingStill } from './operations.dto';
import { OverviewService } from './overview.service';
import { StuckWorkflowsService } from './stuck-workflows.service';

type Verb = 'overview' | 'stuck' | 'explain';

/**
 * The verbs of operations that only read, for a person. Who looked at what is in the ledger before it is answered: under `operations/house`, or beside the
 * orders to the workflow that was looked at.
 */
@Injectable()
export class LookingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
    private readonly standing: OverviewService,
    private readonly workflows: StuckWorkflowsService,
    private readonly explained: ExplainedService,
  ) {}

  overview(me: Caller): Promise<StandingCountDto[]> {
    return this.looked(me, 'overview', 'house', () => this.standing.standings());
  }

  /** @throws DomainError UNAVAILABLE while Temporal is away */
  stuck(me: Caller): Promise<StandingStill> {
    return this.looked(me, 'stuck', 'house', async () => ({
      submissions: await this.standing.stuck(),
      untold: await this.standing.untold(),
      workflows: await this.workflows.all(),
    }));
  }

  /** @throws DomainError NOT_FOUND; UNAVAILABLE while Temporal is away */
  explain(me: Caller, serial: string): Promise<ExplainedSubmission> {
    return this.looked(me, 'explain', submissionWorkflowId(serial), () => this.explained.of(serial));
  }

  /** What could not be answered was not looked at. */
  private async looked<T>(me: Caller, verb: Verb, what: string, look: () => Promise<T>): Promise<T> {
    const answer = await look();
    const { organisationId } = me.position;
    const entry = { kind: 'look', actId: uuidv7(), at: this.clock.now(), by: me.personId, organisationId, detail: { verb }, relay: false };
    await inTransaction(this.database, (manager) => this.ledger.record(manager, ordersSubject(what), entry));
    return answer;
  }
}
