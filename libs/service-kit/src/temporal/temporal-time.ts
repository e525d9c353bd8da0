import { tsToMs } from '@temporalio/common/lib/time';
import type { Instant } from '@dengke/contract';
import type { TimeSource } from '../clock/business-clock';
import { DomainError } from '../http/domain-error';
import type { TemporalClient } from './temporal-client';

const WITHIN_MS = 2_000;

/** A season's clock: the time-skipping server is asked each time, never a cached offset. */
export class TemporalTime implements TimeSource {
  constructor(private readonly temporal: TemporalClient) {}

  async read(): Promise<Instant> {
    const { testService } = this.temporal.connection;
    try {
      const answer = await this.temporal.call(async () => testService?.getCurrentTime({}), WITHIN_MS);
      return new Date(tsToMs(answer?.time)).toISOString();
    } catch {
      throw new DomainError('UNAVAILABLE');
    }
  }
}
