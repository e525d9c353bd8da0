import { BusinessClock, DomainError, inTransaction, Ledger } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { intakeOrders, intakeSubject, isIntakePaused } from '../windows/intake-pause';
import type { IntakeOrderDto, IntakeStandingDto } from './operations.dto';

/** Operators pause and resume what enters by submit; each is in the ledger, which says how it stands. */
@Injectable()
export class IntakeOrdersService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: BusinessClock,
  ) {}

  async standing(): Promise<IntakeStandingDto> {
    return { paused: await isIntakePaused(this.database.manager) };
  }

  /** @throws DomainError ACT_NOT_PERMITTED when it stands so already */
  async give({ paused, operator, reason }: IntakeOrderDto): Promise<IntakeStandingDto> {
    await inTransaction(this.database, async (manager) => {
      const head = await this.ledger.lockHead(manager, intakeSubject);
      if ((await isIntakePaused(manager)) === paused) {
        throw new DomainError('ACT_NOT_PERMITTED');
      }
      const kind = paused ? intakeOrders.pause : intakeOrders.resume;
      const entry = { kind, actId: `operations:${uuidv7()}`, at: this.clock.now(), by: null, organisationId: null };
      await this.ledger.append(manager, head, { ...entry, detail: { paused }, text: { operator, reason }, relay: false });
    });
    return { paused };
  }
}
