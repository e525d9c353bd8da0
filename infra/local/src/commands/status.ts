import type { Part } from '../house';
import { partsOf } from '../house';
import { isHttpReady } from '../http-health';
import { answers } from '../mariadb';
import { follows } from '../production/mariadb-replica';
import { findPostgresql, takesConnections } from '../production/postgresql';
import { recordedProcesses, recordedSupervisor } from '../pid-files';
import { localDirectory } from '../repository';
import type { StackAddresses } from '../stack-file';
import { addressLines, readStackFile } from '../stack-file';
import { isReachable } from '../temporal';

/** `npm run status`: every part with its process, restarts and health, and where the house is; exit code 1 unless all are ready. */
export const status = async (): Promise<void> => {
  const directory = localDirectory();
  const supervisor = recordedSupervisor(directory);
  const addresses = readStackFile(directory);
  const running = recordedProcesses(directory);
  const rows: Row[] = await Promise.all(
    partsOf(addresses.registryUrl === null ? 'desk' : 'endpoint').map(async (part) => {
      const found = running.find(({ name }) => name === part);
      return { part, process: found?.pid ?? '-', restarts: found?.restarts ?? '-', ready: await isReady(part, addresses) };
    }),
  );
  for (const [part, url] of Object.entries(addresses.beside ?? {})) {
    const found = running.find(({ name }) => name === part);
    const ready = await isReadyBeside(url, addresses.tlsCaFile).catch(() => false);
    rows.push({ part, process: found?.pid ?? '-', restarts: found?.restarts ?? '-', ready });
  }
  process.stdout.write(`supervisor: ${supervisor === undefined ? 'none' : `process ${supervisor.pid}`}, directory ${directory}\n`);
  for (const row of rows) {
    process.stdout.write(
      `  ${row.part.padEnd(15)} ${row.ready ? 'ready    ' : 'NOT READY'}  process ${row.process}, restarts ${row.restarts}\n`,
    );
  }
  addressLines(addresses).forEach((line) => process.stdout.write(`${line}\n`));
  process.exitCode = rows.every(({ ready }) => ready) ? 0 : 1;
};

interface Row {
  readonly part: string;
  readonly process: number | string;
  readonly restarts: number | string;
  readonly ready: boolean;
}

const isReady = (part: Part, addresses: StackAddresses): Promise<boolean> => {
  const http: Readonly<Partial<Record<Part, string>>> = {
    gateway: addresses.publicUrl,
    accounts: addresses.accountsUrl,
    achievements: addresses.achievementsUrl,
    notifications: addresses.notificationsUrl,
    worker: addresses.workerUrl,
    mail: addresses.mailPage,
    ...(addresses.registryUrl === null ? {} : { registry: addresses.registryUrl }),
  };
  const url = http[part];
  const asked =
    url !== undefined
      ? isHttpReady(url, addresses.tlsCaFile)
      : part === 'temporal'
        ? isReachable(addresses.temporalAddress, addresses.tlsCaFile)
        : answers(Object.values(addresses.databaseUrls)[0] ?? '');
  return asked.catch(() => false);
};

const isReadyBeside = async (url: string, caFile: string | null): Promise<boolean> => {
  const { protocol, port } = new URL(url);
  return protocol === 'mysql:'
    ? follows(url)
    : protocol === 'postgresql:'
      ? takesConnections(await findPostgresql(), Number(port))
      : isHttpReady(url, caFile);
};
