import type { SubmissionOutcome, WorkflowProgress } from '@dengke/contract';
import { messageNames, submissionWorkflowId } from '@dengke/contract';
import type { StackAddresses } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { eventually } from '@dengke/test-kit';
import { Client, Connection } from '@temporalio/client';
import type { WorkflowHandle } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { RowDataPacket } from 'mysql2/promise';
import { createConnection } from 'mysql2/promise';

/** What an operator could see behind the API: the workflows, and the ledger as it is stored. */
export class Watcher {
  private constructor(
    private readonly addresses: StackAddresses,
    private readonly connection: Connection,
  ) {}

  static async at(addresses: StackAddresses): Promise<Watcher> {
    return new Watcher(addresses, await Connection.connect({ address: addresses.temporalAddress, connectTimeout: '30s' }));
  }

  workflow(serial: string): WorkflowHandle<() => Promise<SubmissionOutcome>> {
    return this.client(sealedPayloads(this.addresses.payloadKeysFile)).workflow.getHandle(submissionWorkflowId(serial));
  }

  /** @param dataConverter without it, one that has not the keys of the house */
  client(dataConverter: DataConverter = {}): Client {
    return new Client({ connection: this.connection, namespace: this.addresses.temporalNamespace, dataConverter });
  }

  /** How far the workflow has come by its own account. */
  followed(serial: string): Promise<WorkflowProgress> {
    return this.workflow(serial).query<WorkflowProgress>(messageNames.progress);
  }

  /** Rows of the schema of achievements, as soon as its database answers. */
  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return eventually(() => this.rowsNow<T>(sql, parameters), 30_000);
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private async rowsNow<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    const database = await createConnection(this.addresses.databaseUrls.achievements ?? '');
    try {
      const [rows] = await database.query<RowDataPacket[]>(sql, parameters);
      return rows as T[];
    } finally {
      await database.end();
    }
  }
}
