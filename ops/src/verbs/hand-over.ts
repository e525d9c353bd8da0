import { parseArgs } from 'node:util';
import { localDirectory, readStackFile } from '@dengke/local';
import { sealedPayloads, temporalTls } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { operatorName } from '../operator';
import { OpsError } from '../verb';
import type { Verb } from '../verb';
import { ownerOf } from './orders';
import { allServices, closeAll } from './overview';
import type { Services } from './overview';
import { replayedOn, workflowBundle } from './replay';

const WITHIN_MS = 60_000;

/** What was replayed, what was made anew since it did not fit, and what nobody could make anew. */
export interface HandedOver {
  replayed: number;
  rebuilt: string[];
  left: string[];
}

/** From the workers of before, which have stopped, to those of this checkout, which start afterwards: the way for larger changes and back (decision 0025). */
export const handOver: Verb = {
  name: 'hand-over',
  summary:
    '--reason WHY: no worker running, before those of this checkout start: what does not fit their code is made anew from its ledger',
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { reason: { type: 'string' } } });
    if (values.reason === undefined) {
      throw new OpsError('Why? --reason "…"; it is kept.');
    }
    const { temporalAddress, temporalNamespace, tlsCaFile, payloadKeysFile } = readStackFile(localDirectory());
    const connection = await Connection.connect({ address: temporalAddress, ...temporalTls(tlsCaFile) });
    const services = await allServices();
    try {
      const client = new Client({ connection, namespace: temporalNamespace, dataConverter: sealedPayloads(payloadKeysFile) });
      const { replayed, rebuilt, left } = await handedOver({ client, services, codePath: workflowBundle, reason: values.reason });
      left.forEach((line) => console.log(`  left: ${line}`));
      console.log(`${replayed} histories replayed, ${rebuilt.length} made anew, ${left.length} left`);
      return left.length === 0 ? 0 : 1;
    } finally {
      await closeAll(services);
      await connection.close();
    }
  },
};

interface Handing {
  client: Client;
  services: Services;
  /** The bundle that the workers to come will run. */
  codePath: string;
  reason: string;
}

export async function handedOver({ client, services, codePath, reason }: Handing): Promise<HandedOver> {
  const { replayed, unfit } = await replayedOn(client, codePath, []);
  const rebuilt: string[] = [];
  const left: string[] = [];
  for (const { workflowId, fault } of unfit) {
    const owner = ownerOf(workflowId);
    try {
      if (owner === undefined) {
        throw new Error('follows no ledger');
      }
      const body = { order: 'rebuild', workflowId, operator: operatorName(), reason };
      await services[owner].post('/internal/workflow-orders', body, { timeoutMs: WITHIN_MS });
      rebuilt.push(workflowId);
    } catch (error) {
      left.push(`${workflowId} (${fault}): ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { replayed, rebuilt, left };
}
