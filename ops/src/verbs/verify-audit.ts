import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { checkpointFileName, databaseOptions, exportLedger, SecurityClock, verifyExport } from '@dengke/service-kit';
import type { AuditFault, AuditResult, Checkpoint, ExportLine } from '@dengke/service-kit';
import { houseOf } from '../house';
import type { House } from '../house';
import { OpsError } from '../verb';
import type { Verb } from '../verb';

const SHOWN = 50;

/** Exports a service's ledger and checks the file, or checks one that was exported before; the check itself needs no database. */
export const verifyAudit: Verb = {
  name: 'verify-audit',
  summary: '<service | export file> [--checkpoints FILE] [--out FILE] [--json FILE]: is the ledger what it was, and where not',
  run: (args) => auditOf(houseOf(), args),
};

export async function auditOf(house: House, args: readonly string[]): Promise<number> {
  const options = { checkpoints: { type: 'string' }, out: { type: 'string' }, json: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [what] = positionals;
  if (what === undefined) {
    throw new OpsError('npm run ops -- verify-audit <service | export file>');
  }
  const isFile = existsSync(what);
  const file = isFile ? what : (values.out ?? join(house.auditDirectory, `${what}.export.jsonl`));
  if (!isFile) {
    await exportTo(file, what, house.databaseUrlOf(what));
  }
  const kept = values.checkpoints ?? (isFile ? undefined : join(house.auditDirectory, checkpointFileName(what)));
  const result = await verifyExport(linesOf<ExportLine>(file), await checkpointsIn(kept));
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);
  }
  report(result);
  return result.faults.length === 0 ? 0 : 1;
}

async function exportTo(file: string, service: string, databaseUrl: string): Promise<void> {
  const database = await new DataSource(databaseOptions(databaseUrl, [], [])).initialize();
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const lines = counted(exportLedger(database, service, new SecurityClock().now()));
    await pipeline(Readable.from(lines), createWriteStream(file, { mode: 0o600 }));
  } finally {
    await database.destroy();
  }
  console.log(`exported to ${file}`);
}

async function* counted(lines: AsyncIterable<ExportLine>): AsyncGenerator<string> {
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (count % 100_000 === 0) {
      console.log(`… ${count} lines`);
    }
    yield `${JSON.stringify(line)}\n`;
  }
}

/** @throws OpsError for a line that is no JSON */
async function* linesOf<T>(file: string): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    try {
      yield JSON.parse(line) as T;
    } catch {
      throw new OpsError(`${file} holds a line that is no JSON: it was cut off or changed.`);
    }
  }
}

async function checkpointsIn(file: string | undefined): Promise<Checkpoint[]> {
  if (file === undefined || !existsSync(file)) {
    console.log('without checkpoints: a subject that was removed whole, or a chain cut off together with its head, may not be noticed');
    return [];
  }
  const whole = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return whole.map((line) => JSON.parse(line) as Checkpoint);
}

function report({ service, entries, subjects, erased, checkpoints, faults }: AuditResult): void {
  console.log(`${service}: ${entries} entries of ${subjects} subjects, ${erased} texts erased, ${checkpoints} checkpoints`);
  faults.slice(0, SHOWN).forEach((fault) => console.log(`  ${sentence(fault)}`));
  console.log(faults.length === 0 ? 'The ledger is whole.' : `The ledger is broken: ${faults.length} faults.`);
}

const chainFaults: Record<Extract<AuditFault, { subject: string }>['fault'], string> = {
  number: 'it does not follow in number: one before it was removed, or it was put in or moved',
  link: 'it does not follow from the hash before it',
  hash: 'it is not what was recorded',
  text: 'its text is not what was recorded',
  end: 'the chain does not end where its head says',
};

function sentence(fault: AuditFault): string {
  if ('subject' in fault) {
    return `${fault.subject} number ${fault.number} (${fault.fault}): ${chainFaults[fault.fault]}`;
  }
  switch (fault.fault) {
    case 'feed':
      return `feed ${fault.feedNumber}: the entry with this number is gone or out of turn`;
    case 'checkpoint':
      return `checkpoint of ${fault.at}: feed ${fault.after + 1}–${fault.to} is not what it was then`;
    case 'incomplete':
      return 'the export has no proper end: it was cut off, or lines were put in or taken out';
  }
}
