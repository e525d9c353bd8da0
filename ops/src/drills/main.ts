import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot, SetupError, shownOf } from '@dengke/local';
import { containerServersDrill } from './container-servers';
import type { Drill } from './drill';
import { imagesDrill } from './images';
import { productionShapeDrill } from './production-shape';
import { promoteDrill } from './promote';
import { reconcileDrill } from './reconcile';
import { restoreDrill } from './restore';
import { restoreProductionDrill } from './restore-production';
import { securityDrill, securityOfApiDrill, securityOfCodeDrill } from './security';
import { temporalLostDrill } from './temporal-lost';
import { upgradeDrill } from './upgrade';
import { watchDrill } from './watch';

const drills: Record<string, Drill> = {
  reconcile: reconcileDrill,
  'temporal-lost': temporalLostDrill,
  restore: restoreDrill,
  upgrade: upgradeDrill,
  'production-shape': productionShapeDrill,
  promote: promoteDrill,
  'restore-production': restoreProductionDrill,
  watch: watchDrill,
  images: imagesDrill,
  'container-servers': containerServersDrill,
  security: securityDrill,
  'security-code': securityOfCodeDrill,
  'security-api': securityOfApiDrill,
};

/** `npm run drill -- <name> [--json FILE]`: on a house of its own where it needs one; exits non-zero when it did not pass. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
  const name = positionals[0] ?? '';
  const drill = drills[name];
  if (drill === undefined) {
    throw new SetupError(`npm run drill -- ${Object.keys(drills).join('|')} [--json FILE]`);
  }
  const { figures, faults, temporal } = await drill((line) => console.log(line));
  const passed = faults.length === 0;
  const file = resolve(values.json ?? `${repositoryRoot}/docs/reports/drill-${name}.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...common(temporal), drill: name, passed, figures, faults }, null, 2)}\n`);
  console.log([...faults, `${name}: ${passed ? 'passed' : `${faults.length} faults`} ${JSON.stringify(figures)}`].join('\n'));
  return passed ? 0 : 1;
}

function common(temporal = 'CLI 1.5.1 (server 1.29.1), SQLite WAL') {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', cwd: repositoryRoot }).trim();
  const machine = {
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    temporal,
    mariadb: '10.11',
  };
  return { machine, at: new Date().toISOString(), commit, repetitions: 1 };
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(shownOf(error));
    process.exit(1);
  },
);
