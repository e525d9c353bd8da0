import { execFile, spawn } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { eventually } from './eventually';

const run = promisify(execFile);

/**
 * The root address of a MariaDB for specs: DENGKE_TEST_DATABASE_URL, or a throw-away server of this process. Spec files of one jest
 * process share it through its folder (each has a module registry of its own); a watchdog ends it with the process.
 */
export async function rootAddress(): Promise<string> {
  return process.env['DENGKE_TEST_DATABASE_URL'] ?? ownServer();
}

async function ownServer(): Promise<string> {
  const folder = join(tmpdir(), `dengke-test-mariadb-${process.pid}`);
  const address = join(folder, 'address');
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await writeFile(`${address}.new`, await start(folder));
    await rename(`${address}.new`, address);
  }
  return eventually(() => readFile(address, 'utf8'), 60_000);
}

async function start(folder: string): Promise<string> {
  const data = join(folder, 'data');
  const port = await freePort();
  await run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    `--user=${userInfo().username}`,
  ]);
  const server = ['mariadbd', ...settings(data, folder, port)].map((word) => `'${word}'`).join(' ');
  const watch = `${server} & db=$!; while kill -0 ${process.pid} 2>/dev/null && kill -0 $db 2>/dev/null; do sleep 1; done; kill -9 $db; rm -rf '${folder}'`;
  spawn('sh', ['-c', watch], { detached: true, stdio: 'ignore' }).unref();
  const url = `mysql://root@127.0.0.1:${port}`;
  await eventually(async () => (await createConnection(url)).end(), 60_000);
  return url;
}

/** Private and fast: nothing here has to survive a power cut. */
function settings(data: string, folder: string, port: number): string[] {
  return [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${join(folder, 'socket')}`,
    `--port=${port}`,
    `--user=${userInfo().username}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--max-connections=500',
    '--innodb-buffer-pool-size=128M',
    '--innodb-flush-log-at-trx-commit=2',
    '--innodb-doublewrite=0',
    '--innodb-snapshot-isolation=ON',
    '--performance-schema=OFF',
  ];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}
