import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';

export const isReported = (name: string): boolean => process.env['DENGKE_REPORT'] === name;

/**
 * Writes docs/reports/<name>.json where `DENGKE_REPORT=<name>` asks for it; a test run leaves the tree as it is. Several specs may write one report, each its part.
 * @param fields beside the common ones, from what the report said before
 */
export function reported<Report extends object>(name: string, mariadb: string, fields: (before: Report | null) => Report): void {
  if (!isReported(name)) {
    return;
  }
  const root = join(__dirname, '../../..');
  const path = join(root, `docs/reports/${name}.json`);
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : null;
  const report = {
    machine: { cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version, temporal: null, mariadb },
    at: new Date().toISOString(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
    repetitions: 1,
    ...fields(before),
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
}
