import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { messageNames } from '@dengke/contract';
import type { Reconciliation, WorkflowProgress } from '@dengke/contract';
import { partsOf, startStack } from '@dengke/local';
import type { Part, Ports, Stack } from '@dengke/local';
import { sealedPayloads, ServiceClient, temporalTls } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { createConnection } from 'mysql2/promise';
import type { Connection as Database, RowDataPacket } from 'mysql2/promise';
import { replicasOf } from '../house';
import type { ServiceName } from '../house';

const LOOKING_MS = 300_000;
const names = ['accounts', 'achievements', 'notifications'] as const;

export interface HouseKind {
  /** A part that the drill runs itself. */
  readonly without?: Part;
  readonly shape?: 'production';
}

/** What is held of a running house, and let go when it stops. */
interface Held {
  readonly stack: Stack;
  readonly temporal: Client;
  readonly services: Record<(typeof names)[number], ServiceClient>;
  readonly database: Database;
}

/** A whole house of its own, with the keys to its servers: a drill breaks what only their owner could. */
export class DrilledHouse {
  private constructor(
    readonly directory: string,
    private readonly say: (line: string) => void,
    private readonly kind: HouseKind,
    private held: Held,
  ) {}

  static async begin(say: (line: string) => void, kind: HouseKind = {}): Promise<DrilledHouse> {
    const directory = await mkdtemp(join(tmpdir(), 'dengke-drill-'));
    say('starting a house of its own');
    return new DrilledHouse(join(directory, 'house'), say, kind, await heldOf(join(directory, 'house'), kind));
  }

  get stack(): Stack {
    return this.held.stack;
  }

  get temporal(): Client {
    return this.held.temporal;
  }

  get services(): Held['services'] {
    return this.held.services;
  }

  /** Where MariaDB keeps its binary log: beside the house, as if on another disk. */
  get binaryLog(): string {
    return binaryLogOf(this.directory);
  }

  /** Stops, lets something be done to what lies on the disk, and starts again at the same addresses. */
  async away(meanwhile: () => Promise<void>): Promise<void> {
    const { ports } = this.stack;
    await letGo(this.held);
    await meanwhile();
    this.held = await heldOf(this.directory, this.kind, ports);
    this.say('the house is up again');
  }

  async end(): Promise<void> {
    await letGo(this.held);
    await rm(dirname(this.directory), { recursive: true, force: true });
  }

  /** What is out of step, over all services; with a reason it is mended. */
  async reconcile(after: number, reason?: string): Promise<Reconciliation> {
    const path = '/internal/reconciliation';
    const order = { after, operator: 'drill', reason };
    const results = await Promise.all(
      names.map((name) =>
        reason === undefined
          ? this.held.services[name].get<Reconciliation>(path, { query: { after }, timeoutMs: LOOKING_MS })
          : this.held.services[name].post<Reconciliation>(path, order, { timeoutMs: LOOKING_MS }),
      ),
    );
    return {
      looked: results.reduce((sum, { looked }) => sum + looked, 0),
      silent: results.flatMap(({ silent }) => silent),
      found: results.flatMap(({ found }) => found),
      mended: results.flatMap(({ mended }) => mended),
      left: results.flatMap(({ left }) => left),
    };
  }

  /** In the schema of achievements, as root. */
  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.held.database.query<RowDataPacket[]>(sql, parameters))[0] as T[];
  }

  progressOf(workflowId: string): Promise<WorkflowProgress> {
    return this.held.temporal.workflow.getHandle(workflowId).query<WorkflowProgress>(messageNames.progress);
  }
}

const binaryLogOf = (directory: string): string => join(dirname(directory), 'binary-log');

async function heldOf(directory: string, { without, shape }: HouseKind, ports?: Ports): Promise<Held> {
  const env = { gateway: { DENGKE_RATE_PER_SESSION: '100000', DENGKE_RATE_PER_ADDRESS: '100000' } };
  const stack = await startStack({
    ...{ dir: directory, ports: ports ?? 'free', temporal: 'dev', profile: 'local', supervise: true, env, shape },
    binaryLog: binaryLogOf(directory),
    parts: partsOf('desk').filter((part) => part !== without),
  });
  const { temporalAddress, tlsCaFile, payloadKeysFile } = stack.addresses;
  const ca = tlsCaFile === null ? undefined : await readFile(tlsCaFile, 'utf8');
  const { service } = JSON.parse(await readFile(join(directory, 'secrets.json'), 'utf8')) as { service: string };
  const client = (name: ServiceName) => new ServiceClient(replicasOf(name, stack.addresses), service, undefined, ca);
  const services = { accounts: client('accounts'), achievements: client('achievements'), notifications: client('notifications') };
  const database = await createConnection(stack.databaseRootUrl);
  // Its server may be killed; whoever asks it then is told.
  database.on('error', () => undefined);
  await database.query(`USE \`${new URL(stack.addresses.databaseUrls['achievements'] ?? '').pathname.slice(1)}\``);
  return {
    stack,
    services,
    database,
    temporal: new Client({
      connection: await Connection.connect({ address: temporalAddress, ...temporalTls(tlsCaFile) }),
      dataConverter: sealedPayloads(payloadKeysFile),
    }),
  };
}

async function letGo({ stack, services, database, temporal }: Held): Promise<void> {
  await Promise.all(Object.values(services).map((service) => service.close()));
  database.destroy();
  await temporal.connection.close();
  await stack.stop();
}
