import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDirectory, endLeftovers, recordedProcess, recordProcess, releaseDirectory } from './pid-files';
import { poll } from './poll';
import { identify, isAlive } from './process-identity';
import type { ProcessPlan } from './supervised-process';
import { Supervisor } from './supervisor';

/** A process that says it is ready by writing its pid, and ends on SIGTERM as a service would. */
const child = `
const { writeFileSync, appendFileSync } = require('node:fs');
const [, folder, stubborn] = process.argv;
process.on('SIGTERM', () => { appendFileSync(folder + '/ended', process.pid + '\\n'); if (stubborn !== 'stubborn') process.exit(0); });
writeFileSync(folder + '/ready', String(process.pid));
setInterval(() => undefined, 1000);
`;

describe('the supervisor', () => {
  let folder: string;
  let lines: string[];
  let supervisor: Supervisor;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dengke-supervisor-'));
    mkdirSync(join(folder, 'logs'));
    lines = [];
    claimDirectory(folder);
    supervisor = new Supervisor(folder, true, (line) => lines.push(line));
  });

  afterEach(async () => {
    await supervisor.stop();
    releaseDirectory(folder);
    rmSync(folder, { recursive: true, force: true });
  });

  const plan = (name: string, changes: Partial<ProcessPlan> = {}): ProcessPlan => ({
    name,
    command: process.execPath,
    args: ['-e', child, folder],
    env: { PATH: process.env['PATH'] ?? '' },
    isReady: async () =>
      existsSync(join(folder, 'ready')) && Number(readFileSync(join(folder, 'ready'), 'utf8')) === supervisor.find(name)?.pid,
    readyWithinMs: 20_000,
    endWithinMs: 5_000,
    restartable: true,
    ...changes,
  });

  it('starts again what was killed, and says so', async () => {
    await supervisor.start(plan('accounts'));
    const killed = supervisor.require('accounts').pid;

    supervisor.require('accounts').kill('SIGKILL');

    const isBack = await poll(() => supervisor.require('accounts').ready && supervisor.require('accounts').pid !== killed, {
      withinMs: 20_000,
    });
    expect(isBack).toBe(true);
    expect(supervisor.require('accounts').restarts).toBe(1);
    expect(recordedProcess(folder, 'accounts')).toMatchObject({ pid: supervisor.require('accounts').pid, restarts: 1 });
    expect(lines).toEqual(expect.arrayContaining(['accounts died (SIGKILL)', expect.stringContaining('ready again (restart 1')]));
  });

  it('goes on trying while what must be cleared away before the start cannot be', async () => {
    let refusals = 0;
    const beforeStart = async (): Promise<void> => {
      if (supervisor.find('mariadb')?.restarts === 1) {
        refusals += 1;
        throw new Error('the container is still there');
      }
    };
    await supervisor.start(plan('mariadb', { beforeStart }));

    supervisor.require('mariadb').kill('SIGKILL');

    const isBack = await poll(() => supervisor.require('mariadb').ready && supervisor.require('mariadb').restarts === 2, {
      withinMs: 20_000,
    });
    expect([isBack, refusals]).toEqual([true, 1]);
  });

  it('leaves alone what cannot go on after a death', async () => {
    await supervisor.start(plan('temporal', { restartable: false }));

    supervisor.require('temporal').kill('SIGKILL');

    expect(await poll(() => lines.includes('temporal died (SIGKILL)'), { withinMs: 10_000 })).toBe(true);
    expect(supervisor.require('temporal').pid).toBeUndefined();
  });

  it('ends the gateway before the services and the stores after them', async () => {
    for (const name of ['mariadb', 'accounts', 'gateway']) {
      await supervisor.start(plan(name));
    }

    await supervisor.stop();

    const stopping = lines.filter((line) => line.startsWith('stopping'));
    expect(stopping).toEqual(['stopping gateway', 'stopping accounts', 'stopping mariadb']);
    expect(readFileSync(join(folder, 'ended'), 'utf8').trim().split('\n')).toHaveLength(3);
    expect(recordedProcess(folder, 'accounts')).toBeUndefined();
  });

  it('kills what does not end in its time', async () => {
    await supervisor.start(plan('worker', { args: ['-e', child, folder, 'stubborn'], endWithinMs: 200 }));
    const worker = supervisor.require('worker').pid ?? 0;

    await supervisor.stop();

    expect(identify(worker)).toBeUndefined();
  });

  it('shows the end of the log of what dies before it is ready', async () => {
    const broken = plan('achievements', { args: ['-e', "console.error('DENGKE_DATABASE_URL is missing'); process.exit(1)"] });

    await expect(supervisor.start(broken)).rejects.toThrow('DENGKE_DATABASE_URL is missing');
  });

  it('starts nothing once it is stopping', async () => {
    await supervisor.stop();

    await expect(supervisor.start(plan('accounts'))).rejects.toThrow('stopping');
  });
});

describe('the pid files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dengke-pids-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('refuse a second start on the same directory', () => {
    claimDirectory(folder);

    expect(() => claimDirectory(folder)).toThrow(`already runs on ${folder}`);
  });

  it('do not take a process for ours that only has the same id', async () => {
    mkdirSync(join(folder, 'run'));
    const stranger = { name: 'accounts', restarts: 0, pid: process.ppid, started: 'some time before' };
    writeFileSync(join(folder, 'run', 'accounts.json'), JSON.stringify(stranger));

    await endLeftovers(folder, () => undefined);

    expect(identify(process.ppid)).toBeDefined();
    expect(recordedProcess(folder, 'accounts')).toBeUndefined();
  });

  it('end what a dead supervisor left behind', async () => {
    mkdirSync(join(folder, 'run'));
    mkdirSync(join(folder, 'logs'));
    const unsupervised = new Supervisor(folder, false, () => undefined);
    const ready = join(folder, 'ready');
    await unsupervised.start({
      name: 'mail',
      command: process.execPath,
      args: ['-e', child, folder],
      env: { PATH: process.env['PATH'] ?? '' },
      isReady: async () => existsSync(ready),
      readyWithinMs: 20_000,
      endWithinMs: 5_000,
      restartable: true,
    });
    const pid = unsupervised.require('mail').pid ?? 0;
    recordProcess(folder, 'mail', pid, 0);
    const left = recordedProcess(folder, 'mail');

    await endLeftovers(folder, () => undefined);

    expect(left).toBeDefined();
    expect(left !== undefined && isAlive(left)).toBe(false);
  });
});
