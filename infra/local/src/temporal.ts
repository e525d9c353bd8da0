import { readFile } from 'node:fs/promises';
import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { searchAttributes } from '@dengke/contract';
import type { TimeSkippingServer } from './find-time-skipping';
import type { ProcessPlan } from './supervised-process';

const environment = (): Record<string, string> => ({ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', TZ: 'UTC' });

export interface DevServerSettings {
  readonly file: string;
  readonly port: number;
  /** Port of the Temporal UI; none is served without. */
  readonly uiPort?: number;
  /** What a commit survives: the death of the process, or a power failure too (SQLite’s `synchronous` is FULL). */
  readonly durability: TemporalDurability;
}

export type TemporalDurability = 'process' | 'full';

const synchronous: Readonly<Record<TemporalDurability, string>> = { process: 'NORMAL', full: 'FULL' };

/** Where people see the UI, and where it has payloads opened: by whoever shows it, which is the gateway. */
const shownByGateway = ['--ui-public-path', '/temporal', '--ui-codec-endpoint', '/api/v1/temporal'];

/** The development server with its state in a SQLite file in WAL mode. */
export const devServerPlan = (binary: string, settings: DevServerSettings): ProcessPlan => ({
  name: 'temporal',
  command: binary,
  args: [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(settings.port), '--log-level', 'warn'],
    ...(settings.uiPort === undefined ? ['--headless'] : ['--ui-port', String(settings.uiPort), ...shownByGateway]),
    ...[
      '--db-filename',
      settings.file,
      '--sqlite-pragma',
      'journal_mode=WAL',
      '--sqlite-pragma',
      `synchronous=${synchronous[settings.durability]}`,
    ],
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${flagTypes[type]}`]),
  ],
  env: environment(),
  isReady: () => hasNamespace(`127.0.0.1:${settings.port}`),
  readyWithinMs: 120_000,
  endWithinMs: 20_000,
  restartable: true,
});

/**
 * The time-skipping server, whose clock begins at the given instant and is moved by the season's driver alone. It keeps all histories of a
 * season in memory, which grow with its submissions.
 */
export const skippingServerPlan = (server: TimeSkippingServer, settings: { port: number; from: string }): ProcessPlan => ({
  name: 'temporal',
  command: server.java,
  args: ['-Xmx2g', '-cp', server.classPath, 'SeasonServer', String(settings.port), settings.from],
  env: environment(),
  isReady: () => isReachable(`127.0.0.1:${settings.port}`, null),
  readyWithinMs: 120_000,
  endWithinMs: 10_000,
  restartable: false,
});

const flagTypes = { KEYWORD: 'Keyword', INT: 'Int', DATETIME: 'Datetime' } as const;

const { IndexedValueType } = temporal.api.enums.v1;
const valueTypes = {
  KEYWORD: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  INT: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  DATETIME: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
} as const;

/** Makes every search attribute of the contract known to a server; those it knows stay. */
export const registerSearchAttributes = (address: string, namespace: string, caFile: string | null): Promise<void> =>
  connected(address, caFile, async (connection) => {
    const known = await knownAttributes(connection, namespace);
    const wanted = Object.entries(searchAttributes).filter(([name]) => !known.includes(name));
    if (wanted.length > 0) {
      const types = Object.fromEntries(wanted.map(([name, type]) => [name, valueTypes[type]]));
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: types });
    }
  });

/** The time-skipping server cannot list attributes; it begins with none each time. */
const knownAttributes = async (connection: Connection, namespace: string): Promise<readonly string[]> => {
  try {
    return Object.keys((await connection.operatorService.listSearchAttributes({ namespace })).customAttributes);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === grpcUnimplemented) {
      return [];
    }
    throw error;
  }
};

const grpcUnimplemented = 12;

const hasNamespace = (address: string): Promise<boolean> =>
  connected(address, null, async (connection) => {
    await connection.workflowService.describeNamespace({ namespace: 'default' });
    return true;
  });

export const isReachable = (address: string, caFile: string | null): Promise<boolean> => connected(address, caFile, async () => true);

/** @param caFile of the authority by which the server is believed, where it speaks TLS */
export const connected = async <Result>(
  address: string,
  caFile: string | null,
  use: (connection: Connection) => Promise<Result>,
): Promise<Result> => {
  // By name, which its certificate has too: Node warns whoever asks by address.
  const tls = caFile === null ? {} : { tls: { serverRootCACertificate: await readFile(caFile), serverNameOverride: 'localhost' } };
  const connection = await Connection.connect({ address, connectTimeout: 2_000, ...tls });
  try {
    return await connection.withDeadline(Date.now() + 10_000, () => use(connection));
  } finally {
    await connection.close();
  }
};
