import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { drawPorts, endingWithUs, findMysqldExporter, findPrometheus, repositoryRoot } from '@dengke/local';
import { parse, stringify } from 'yaml';
import type { DrilledHouse } from '../drilled-house';
import { replicasOf } from '../../house';

const folder = join(repositoryRoot, 'infra', 'prometheus');
const place = (port: number): string => `127.0.0.1:${port}`;
const scrape = { scrape_interval: '5s', scrape_timeout: '4s', evaluation_interval: '5s' };

/** Targets of the files that are no processes of the production shape here, and why. */
export const notHere: Readonly<Record<string, string>> = {
  'gateway-2': 'one gateway runs',
  'temporal-history': 'its roles are one process',
  'temporal-matching': 'its roles are one process',
  'temporal-worker': 'its roles are one process',
  tempo: 'no package has it',
};

/** What the production shape is watched by: an exporter for each MariaDB, and a Prometheus with the files of infra/prometheus. */
export class WatchServers {
  private constructor(
    readonly url: string,
    readonly ca: string,
    /** How many targets are asked. */
    readonly targets: number,
    private readonly children: readonly ChildProcess[],
    private readonly doors: readonly Server[],
  ) {}

  static async begin(house: DrilledHouse, into: string, say: (line: string) => void): Promise<WatchServers> {
    const [prometheus, exporter] = [await findPrometheus(say), await findMysqldExporter(say)];
    const [port = 0, exporterPort = 0, replicaPort = 0] = await drawPorts(3, Object.values(house.stack.ports));
    await mkdir(into, { recursive: true });
    const web = join(into, 'web.yml');
    await writeFile(web, ofTheHouse(await readFile(join(folder, 'web.yml'), 'utf8'), house));
    const doors = await doorsOf(house);
    const { jobs, targets } = await jobsOf(house, into, {
      ...addressesOf(house, doors),
      'mariadb-exporter': place(exporterPort),
      'mariadb-replica': place(replicaPort),
    });
    const { rule_files: rules, global } = configuration(await readFile(join(folder, 'prometheus.yml'), 'utf8'));
    const config = { global: { ...global, ...scrape }, rule_files: rules.map((file) => join(folder, file)), scrape_configs: jobs };
    await writeFile(join(into, 'prometheus.yml'), stringify(config));
    const logins = await exporterLogins(house, into);
    const start = (name: string, program: string, args: readonly string[]): ChildProcess => {
      const child = spawn(...endingWithUs(program, args), { cwd: into, stdio: ['ignore', 'pipe', 'pipe'] });
      const log = createWriteStream(join(house.directory, 'logs', `${name}.log`));
      child.stdout.pipe(log);
      child.stderr.pipe(log);
      return child;
    };
    const listening = (at: number): string[] => [`--web.config.file=${web}`, `--web.listen-address=${place(at)}`];
    const children = [
      start('mysqld-exporter', exporter, [`--config.my-cnf=${logins.primary}`, ...listening(exporterPort)]),
      start('mysqld-exporter-2', exporter, [`--config.my-cnf=${logins.replica}`, ...listening(replicaPort)]),
      start('prometheus', prometheus, ['--config.file=prometheus.yml', '--storage.tsdb.path=data', ...listening(port)]),
    ];
    const ca = await readFile(house.stack.addresses.tlsCaFile ?? '', 'utf8');
    return new WatchServers(
      `https://127.0.0.1:${port}`,
      ca,
      targets,
      children,
      doors.map(({ server }) => server),
    );
  }

  async end(): Promise<void> {
    this.doors.forEach((server) => server.close().closeAllConnections());
    await Promise.all(
      this.children
        .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
        .map((child) => {
          child.kill('SIGTERM');
          return once(child, 'exit');
        }),
    );
  }
}

interface Job {
  job_name: string;
  file_sd_configs: { files: string[] }[];
  metrics_path?: string;
  tls_config?: object;
}
interface Targets {
  targets: string[];
  labels: Record<string, string>;
}
const configuration = (text: string) => parse(text) as { global: object; rule_files: string[]; scrape_configs: Job[] };

/** Secrets of the containers as files of this house. */
const ofTheHouse = (text: string, { directory, stack }: DrilledHouse): string =>
  text
    .replaceAll('/run/secrets/authority.pem', stack.addresses.tlsCaFile ?? '')
    .replaceAll('/run/secrets/certificate.pem', join(directory, 'secrets/tls/services.pem'))
    .replaceAll('/run/secrets/key.pem', join(directory, 'secrets/tls/services-key.pem'));

interface Door {
  readonly name: string;
  readonly server: Server;
}

/** Debian's Prometheus knows no `http_headers`: in front of each service stands what adds the secret of the house. */
async function doorsOf({ directory, stack }: DrilledHouse): Promise<Door[]> {
  const ca = await readFile(stack.addresses.tlsCaFile ?? '', 'utf8');
  const { service } = JSON.parse(await readFile(join(directory, 'secrets.json'), 'utf8')) as { service: string };
  const replicas = (['accounts', 'achievements', 'notifications'] as const).flatMap((name) =>
    replicasOf(name, stack.addresses).map((url, index) => ({ name: index === 0 ? name : `${name}-2`, url })),
  );
  return Promise.all(
    replicas.map(async ({ name, url }) => {
      const server = createServer(({ url: path = '' }, response) => {
        get(`${url}${path}`, { ca, headers: { 'x-dengke-service': service } }, (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        }).on('error', () => response.writeHead(502).end());
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return { name, server };
    }),
  );
}

const addressesOf = ({ stack }: DrilledHouse, doors: readonly Door[]): Record<string, string> => ({
  ...stack.addresses.metrics,
  ...Object.fromEntries(doors.map(({ name, server }) => [name, `127.0.0.1:${(server.address() as AddressInfo).port}`])),
});

/** The jobs of the configuration with the targets of both its folders, at the addresses of this house. */
async function jobsOf(house: DrilledHouse, into: string, addresses: Readonly<Record<string, string>>) {
  const jobs: object[] = [];
  let count = 0;
  const here = (target: string): string[] => {
    const [name = ''] = target.split(':');
    const address = addresses[name];
    if (address === undefined && notHere[name] === undefined) {
      throw new Error(`Nothing here is ${name}, which infra/prometheus names.`);
    }
    return address === undefined ? [] : [address];
  };
  const { scrape_configs: asking } = configuration(ofTheHouse(await readFile(join(folder, 'prometheus.yml'), 'utf8'), house));
  for (const { job_name: name, metrics_path: path = '/metrics', tls_config: tls, file_sd_configs: files } of asking) {
    const named = files.flatMap((one) => one.files).map((file) => join(folder, file.replace('/etc/prometheus/', '').replace('/run/', '')));
    const all = (await Promise.all(named.map(async (file) => parse(await readFile(file, 'utf8')) as Targets[]))).flat();
    // Debian's exporter asks one server: where another is to be asked, another exporter is.
    const found = all
      .map(({ targets, labels: { __param_target: asked, __metrics_path__: _probe, ...labels } }) => ({
        targets: (asked === undefined ? targets : [asked]).flatMap(here),
        labels,
      }))
      .filter(({ targets }) => targets.length > 0);
    count += found.reduce((sum, { targets }) => sum + targets.length, 0);
    const file = join(into, `${name}.yml`);
    await writeFile(file, stringify(found));
    // Of the processes only what shows the exporter's certificate here is asked by TLS.
    const byTls = name === 'mariadb' ? { scheme: 'https', tls_config: tls } : {};
    jobs.push({ job_name: name, metrics_path: path, ...byTls, file_sd_configs: [{ files: [file] }] });
  }
  return { jobs, targets: count };
}

/** The user of the exporter with the rights that its container's has, and what it signs in with. */
async function exporterLogins(house: DrilledHouse, into: string): Promise<{ primary: string; replica: string }> {
  const password = randomBytes(12).toString('hex');
  const script = await readFile(join(repositoryRoot, 'infra/mariadb/primary/create-schemas.sh'), 'utf8');
  for (const [statement] of script.matchAll(/^(?:CREATE|GRANT) .*'exporter'.*;$/gm)) {
    await house.rows(statement.replace('${password}', password));
  }
  const { ports, addresses } = house.stack;
  const replica = Number(new URL(addresses.beside?.['mariadb-replica'] ?? '').port);
  const login = async (name: string, port: number): Promise<string> => {
    const file = join(into, `${name}.cnf`);
    const lines = [`host=127.0.0.1`, `port=${port}`, 'user=exporter', `password=${password}`, `ssl-ca=${addresses.tlsCaFile}`];
    await writeFile(file, ['[client]', ...lines, ''].join('\n'), { mode: 0o600 });
    return file;
  };
  return { primary: await login('exporter', ports.mariadb), replica: await login('exporter-2', replica) };
}
