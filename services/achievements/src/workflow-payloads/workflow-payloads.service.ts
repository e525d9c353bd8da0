import type { Caller } from '@dengke/contract';
import { DomainError, isSealed, Log, PayloadSeal, ServiceConfig, UnreadablePayload } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { Payload } from '@temporalio/common';
import type { WorkflowPayload, WorkflowPayloads } from './workflow-payloads.dto';

/** Opens payloads for people who operate. Nothing of them stays here; who opened how many is logged. */
@Injectable()
export class WorkflowPayloadsService {
  private readonly seal: PayloadSeal;

  constructor(
    config: ServiceConfig,
    private readonly log: Log,
  ) {
    this.seal = new PayloadSeal(config.payloadKeysFile);
  }

  /** @throws DomainError PAYLOAD_UNREADABLE for what was sealed elsewhere, or changed since */
  async opened(me: Caller, { payloads }: WorkflowPayloads): Promise<WorkflowPayloads> {
    const given = payloads.map(bytesOf);
    try {
      const opened = (await this.seal.decode(given)).map(textOf);
      this.log.info('payloads of workflows opened', { personId: me.personId, opened: given.filter(isSealed).length });
      return { payloads: opened };
    } catch (error) {
      throw error instanceof UnreadablePayload ? new DomainError('PAYLOAD_UNREADABLE') : error;
    }
  }
}

const bytesOf = ({ metadata = {}, data = '' }: WorkflowPayload): Payload => ({
  metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name, Buffer.from(String(value), 'base64')])),
  data: Buffer.from(data, 'base64'),
});

const textOf = ({ metadata, data }: Payload): WorkflowPayload => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')])),
  data: Buffer.from(data ?? []).toString('base64'),
});
