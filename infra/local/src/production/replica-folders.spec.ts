import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '../stack';
import { copyMark, isPromoted, logIsBegun, markPromoted, replaceByReplica, requireNewLog } from './replica-folders';

describe('a replica in the place of its primary', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'dengke-replica-'));
    for (const [folder, content] of Object.entries({ 'mariadb-replica': 'what was followed', 'mariadb-replica-log': 'its log' })) {
      mkdirSync(join(directory, folder));
      writeFileSync(join(directory, folder, 'file'), content);
    }
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const fileOf = (...path: string[]): string => readFileSync(join(directory, ...path, 'file'), 'utf8');

  it('is what both hold, and nothing of the lost one is thrown away', async () => {
    for (const folder of ['mariadb', 'mariadb-log']) {
      mkdirSync(join(directory, folder));
      writeFileSync(join(directory, folder, 'file'), 'what is left');
    }

    const aside = await replaceByReplica(directory);

    expect([fileOf('mariadb'), fileOf('mariadb-replica')]).toEqual(['what was followed', 'what was followed']);
    expect(existsSync(copyMark(directory))).toBe(true);
    expect(readdirSync(aside).sort()).toEqual(['mariadb', 'mariadb-log', 'mariadb-replica-log']);
    expect(existsSync(join(directory, 'mariadb-log'))).toBe(false);
  });

  it('needs nothing of the lost one', async () => {
    const aside = await replaceByReplica(directory);

    expect([fileOf('mariadb'), fileOf('mariadb-replica')]).toEqual(['what was followed', 'what was followed']);
    expect(readdirSync(aside)).toEqual(['mariadb-replica-log']);
  });

  it('goes on where it was interrupted: while it was put there, and while it was copied', async () => {
    await markPromoted(directory);
    expect(isPromoted(directory)).toBe(true);
    renameSync(join(directory, 'mariadb-replica'), join(directory, 'mariadb'));
    expect(isPromoted(directory)).toBe(true);
    mkdirSync(join(directory, 'mariadb-replica'));
    writeFileSync(join(directory, 'mariadb-replica', 'file'), 'half');

    await replaceByReplica(directory);

    expect([fileOf('mariadb'), fileOf('mariadb-replica')]).toEqual(['what was followed', 'what was followed']);
    expect(isPromoted(directory)).toBe(false);
  });

  it('does not go on with the log of the lost one', async () => {
    const log = join(directory, 'other-disk');
    mkdirSync(log);
    writeFileSync(join(log, 'log.index'), '');
    await replaceByReplica(directory);

    const start = () =>
      startStack({ dir: directory, parts: [], temporal: 'dev', profile: 'local', supervise: false, shape: 'production', binaryLog: log });
    await expect(start()).rejects.toThrow('name another folder (DENGKE_BINARY_LOG)');

    await logIsBegun(directory);
    expect(() => requireNewLog(directory, log)).not.toThrow();
    expect(existsSync(join(directory, 'mariadb-replica', 'begins-a-log'))).toBe(false);
  });

  it('is not begun anew, nor before it is there', async () => {
    const start = () => startStack({ dir: directory, parts: [], temporal: 'dev', profile: 'local', supervise: false, shape: 'production' });
    await expect(start()).rejects.toThrow('has lost its MariaDB');
    await markPromoted(directory);
    await expect(start()).rejects.toThrow('is being promoted');
  });
});
