import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackupManifest } from './manifest';
import { restoreBackup } from './restore-backup';

const silent = (): void => undefined;

describe('restoring a backup', () => {
  let root: string;
  let from: string;
  let directory: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dengke-restore-'));
    from = join(root, 'backup');
    directory = join(root, 'house');
    mkdirSync(join(from, 'mariadb'), { recursive: true });
    mkdirSync(join(from, 'temporal'));
    mkdirSync(join(directory, 'secrets'), { recursive: true });
    writeFileSync(join(directory, 'secrets.json'), '{}');
    keep({ accounts: ['k1'], achievements: [], notifications: [] });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const keep = (personalKeys: BackupManifest['personalKeys'], log: BackupManifest['log'] = null): void => {
    const manifest: BackupManifest = { at: '2023-08-15T01:00:00.000Z', log, temporal: true, files: 0, bytes: 0, personalKeys };
    writeFileSync(join(from, 'backup.json'), JSON.stringify(manifest));
  };
  const holdKey = (): void =>
    writeFileSync(join(directory, 'secrets', 'personal-keys-accounts.json'), JSON.stringify({ keys: { k1: '…' } }));

  it('puts back what was kept, Temporal’s store too or not', async () => {
    holdKey();
    await restoreBackup({ directory, from, withoutTemporal: true }, silent);
    expect([existsSync(join(directory, 'mariadb')), existsSync(join(directory, 'temporal'))]).toEqual([true, false]);
    rmSync(join(directory, 'mariadb'), { recursive: true });
    await restoreBackup({ directory, from }, silent);
    expect(existsSync(join(directory, 'temporal'))).toBe(true);
  });

  it('keeps the checkpoints that are there, which tell what is given up, beside those of the backup', async () => {
    holdKey();
    [from, directory].forEach((place) => mkdirSync(join(place, 'audit')));
    writeFileSync(join(from, 'audit', 'accounts.checkpoints'), 'then');
    writeFileSync(join(directory, 'audit', 'accounts.checkpoints'), 'then and since');

    await restoreBackup({ directory, from }, silent);

    const [aside = ''] = readdirSync(directory).filter((name) => name.startsWith('audit-before-'));
    const told = ['audit', aside].map((folder) => readFileSync(join(directory, folder, 'accounts.checkpoints'), 'utf8'));
    expect(told).toEqual(['then', 'then and since']);
  });

  it('makes the replica of the production shape a copy of what was kept, and leaves Temporal’s store out', async () => {
    holdKey();
    writeFileSync(join(from, 'mariadb', 'ibdata1'), 'kept');

    await restoreBackup({ directory, from, inProduction: true }, silent);

    expect(readdirSync(join(directory, 'mariadb'))).toEqual(['ibdata1']);
    expect(readdirSync(join(directory, 'mariadb-replica')).sort()).toEqual(['copied-from-primary', 'ibdata1']);
    expect(existsSync(join(directory, 'temporal'))).toBe(false);
    await expect(restoreBackup({ directory, from, inProduction: true }, silent)).rejects.toThrow('has data (mariadb, mariadb-replica)');
  });

  it('takes nothing for a backup that was not finished', async () => {
    holdKey();
    rmSync(join(from, 'backup.json'));
    await expect(restoreBackup({ directory, from }, silent)).rejects.toThrow('no finished backup');
  });

  it('writes over nothing', async () => {
    holdKey();
    mkdirSync(join(directory, 'files'));
    await expect(restoreBackup({ directory, from }, silent)).rejects.toThrow('has data (files)');
  });

  it('refuses where nobody could read the personal data again', async () => {
    await expect(restoreBackup({ directory, from }, silent)).rejects.toThrow('lacks the keys accounts k1');
    rmSync(join(directory, 'secrets.json'));
    await expect(restoreBackup({ directory, from }, silent)).rejects.toThrow('has no secrets.json');
    expect(existsSync(join(directory, 'mariadb'))).toBe(false);
  });

  it('refuses a log that does not reach back to the backup', async () => {
    holdKey();
    const binaryLog = join(root, 'log');
    mkdirSync(binaryLog);
    writeFileSync(join(binaryLog, 'log.000007'), '');
    keep({ accounts: ['k1'], achievements: [], notifications: [] }, { file: 'log.000003', position: 4 });
    await expect(restoreBackup({ directory, from, binaryLog }, silent)).rejects.toThrow('does not reach back');
    expect(existsSync(join(directory, 'mariadb'))).toBe(false);
  });
});
