import { join } from 'node:path';
import { submissionWorkflowId } from '@dengke/contract';
import { localDirectory, readStackFile, repositoryRoot } from '@dengke/local';
import { sealedPayloads, temporalTls } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { OpsError } from '../verb';
import type { Verb } from '../verb';

/** As the worker of this checkout runs it. */
export const workflowBundle = join(repositoryRoot, 'workflows/worker/dist/workflow-bundle.js');

/** Before a release: do the workflows that run go on under this code? Reads histories; touches nothing. */
export const replay: Verb = {
  name: 'replay',
  summary:
    '[SERIAL | WORKFLOW …]: replays histories on the code of this checkout, without one those of all that run; fails where one does not fit',
  run: async (args) => {
    const { temporalAddress, temporalNamespace, tlsCaFile, payloadKeysFile } = readStackFile(localDirectory());
    const connection = await Connection.connect({ address: temporalAddress, ...temporalTls(tlsCaFile) });
    try {
      const client = new Client({ connection, namespace: temporalNamespace, dataConverter: sealedPayloads(payloadKeysFile) });
      return await replayOf(client, workflowBundle, args);
    } finally {
      await connection.close();
    }
  },
};

export async function replayOf(client: Client, codePath: string, args: readonly string[]): Promise<number> {
  if (args.some((what) => what.startsWith('-'))) {
    throw new OpsError('npm run ops -- replay [2023-000017 | window/h1-2023 …]');
  }
  const { replayed, unfit } = await replayedOn(client, codePath, args);
  unfit.forEach(({ workflowId, fault }) => console.log(`  ${workflowId}: ${fault}`));
  console.log(`${replayed} histories replayed, ${unfit.length} do not fit this code`);
  return unfit.length === 0 ? 0 : 1;
}

/** One whose history the code does not repeat. */
export interface Unfit {
  workflowId: string;
  fault: string;
}

let isInstalled = false;

function installOnce(): void {
  if (!isInstalled) {
    isInstalled = true;
    Runtime.install({ logger: new DefaultLogger('ERROR') });
  }
}

/** Reads what the client can open. @param whats serials or ids; none: all that run */
export async function replayedOn(
  client: Client,
  codePath: string,
  whats: readonly string[],
): Promise<{ replayed: number; unfit: Unfit[] }> {
  installOnce();
  const found = whats.length === 0 ? client.workflow.list({ query: "ExecutionStatus = 'Running'" }).intoHistories() : named(client, whats);
  const unfit: Unfit[] = [];
  let replayed = 0;
  const { payloadCodecs } = client.options.loadedDataConverter;
  const options = { workflowBundle: { codePath }, replayName: 'ops', dataConverter: { payloadCodecs } };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, found)) {
    replayed += 1;
    if (error !== undefined) {
      unfit.push({ workflowId, fault: error.name });
    }
  }
  return { replayed, unfit };
}

async function* named(client: Client, whats: readonly string[]) {
  for (const what of whats) {
    const workflowId = /^\d{4}-\d{6}$/.test(what) ? submissionWorkflowId(what) : what;
    yield { workflowId, history: await client.workflow.getHandle(workflowId).fetchHistory() };
  }
}
