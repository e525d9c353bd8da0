import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { copyFolder, takeBackup } from './take-backup';

const silent = (): void => undefined;

describe('a backup', () => {
  let root: string;
  let directory: string;
  const path = process.env['PATH'] ?? '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dengke-backup-'));
    directory = join(root, 'house');
    mkdirSync(join(directory, 'audit'), { recursive: true });
    writeFileSync(
      join(directory, 'stack.json'),
      JSON.stringify({ databaseUrls: { accounts: 'mysql://a:b@127.0.0.1:3307/a' }, tlsCaFile: null }),
    );
    writeFileSync(join(directory, 'secrets.json'), '{}');
    process.env['PATH'] = `${join(root, 'bin')}${delimiter}${path}`;
    mkdirSync(join(root, 'bin'));
  });
  afterEach(() => {
    process.env['PATH'] = path;
    rmSync(root, { recursive: true, force: true });
  });

  it('holds no checkpoint of what was recorded after its database was copied', async () => {
    const checkpoints = join(directory, 'audit', 'accounts.checkpoints');
    writeFileSync(checkpoints, 'before\n');
    // While MariaDB is copied people go on working, and the service writes its next line.
    const copies = `#!/bin/sh\nfor each; do case "$each" in --target-dir=*) mkdir -p "\${each#*=}";; esac; done\necho meanwhile >>'${checkpoints}'\n`;
    ['mariadb-backup', 'mariadb-binlog', 'mariadb'].forEach((name) => writeFileSync(join(root, 'bin', name), copies, { mode: 0o755 }));

    await takeBackup(directory, join(root, 'copy'), silent);

    expect(readFileSync(join(root, 'copy', 'audit', 'accounts.checkpoints'), 'utf8')).toBe('before\n');
  });

  it('keeps its password off the other disk, and leaves it nowhere where it breaks off', async () => {
    writeFileSync(join(directory, 'secrets.json'), JSON.stringify({ databaseRoot: 'the-root-password' }));
    const fails = `#!/bin/sh\ngrep -rl 'the-root-passw[o]rd' '${root}' >'${join(root, 'places')}'\necho no space left on device\nexit 1\n`;
    ['mariadb-backup', 'mariadb-binlog', 'mariadb'].forEach((name) => writeFileSync(join(root, 'bin', name), fails, { mode: 0o755 }));

    await expect(takeBackup(directory, join(root, 'copy'), silent)).rejects.toThrow('no space left on device');

    expect(readFileSync(join(root, 'places'), 'utf8')).not.toContain('copy.making');
    expect(holding(root, 'the-root-password')).toEqual([join(directory, 'secrets.json')]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('that is ended by %s leaves its password nowhere', async (signal) => {
    writeFileSync(join(directory, 'secrets.json'), JSON.stringify({ databaseRoot: 'the-root-password' }));
    const [copying, gate] = [join(root, 'copying'), join(root, 'gate')];
    execFileSync('mkfifo', [gate]);
    const waits = `#!/bin/sh\n>'${copying}'\nread go <'${gate}'\nexit 1\n`;
    ['mariadb-backup', 'mariadb-binlog', 'mariadb'].forEach((name) => writeFileSync(join(root, 'bin', name), waits, { mode: 0o755 }));
    const kill = jest.spyOn(process, 'kill').mockReturnValue(true);

    const broken = expect(takeBackup(directory, join(root, 'copy'), silent)).rejects.toThrow('failed');
    while (!existsSync(copying)) {
      await others();
    }
    process.emit(signal, signal);
    const left = holding(root, 'the-root-password');
    const sent = [...kill.mock.calls];
    kill.mockRestore();
    await writeFile(gate, 'go\n');
    await broken;

    expect([left, sent]).toEqual([[join(directory, 'secrets.json')], [[process.pid, signal]]]);
  });

  it('is not broken off by an upload that is over before it is copied', async () => {
    const [staging, copied] = [join(directory, 'files', 'staging'), join(root, 'copied')];
    mkdirSync(staging, { recursive: true });
    mkdirSync(join(directory, 'files', 'blobs'));
    writeFileSync(join(directory, 'files', 'blobs', 'kept'), 'kept');
    Array.from({ length: 500 }, (_, nth) => writeFileSync(join(staging, `${nth}`), ''));

    const copying = copyFolder(join(directory, 'files'), copied);
    while (!existsSync(join(copied, 'staging')) || readdirSync(join(copied, 'staging')).length === 0) {
      await others();
    }
    readdirSync(staging).forEach((name) => unlinkSync(join(staging, name)));
    await copying;

    expect(readdirSync(copied).sort()).toEqual(['blobs', 'staging']);
    expect(readFileSync(join(copied, 'blobs', 'kept'), 'utf8')).toBe('kept');
  });
});

/** The files under a folder in which some words stand. */
const holding = (folder: string, words: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path, 'utf8').includes(words));
