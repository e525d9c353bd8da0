import { parseArgs } from 'node:util';
import { localDirectory, newFolder, restoreBackup, takeBackup } from '@dengke/local';
import type { Log } from '@dengke/local';
import { OpsError } from '../verb';
import type { HouseVerb } from '../verb';

const say: Log = (line) => console.log(line);

/** Database, files and Temporal's store of the stack that runs on DENGKE_DIR, while people work. */
export const backup: HouseVerb = {
  name: 'backup',
  summary: '<folder>: copies database, files and Temporal’s store into a new folder, while people work; not the keys',
  check: (args) => void newFolder(backupFolder(args)),
  run: async (args) => {
    const manifest = await takeBackup(localDirectory(), backupFolder(args), say);
    if (manifest.log === null) {
      say('MariaDB keeps no binary log: it can be restored to this instant only (DENGKE_BINARY_LOG, docs/operations.md)');
    }
    if (!manifest.temporal) {
      say('Temporal’s store is not in it: after a restore `reconcile` makes every workflow anew');
    }
    return 0;
  },
};

const backupFolder = (args: readonly string[]): string => folderOf(parseArgs({ args: [...args], allowPositionals: true }).positionals);

const options = {
  'binary-log': { type: 'string' },
  until: { type: 'string' },
  'without-temporal': { type: 'boolean' },
  'production-shape': { type: 'boolean' },
} as const;

/** Into a DENGKE_DIR that has its secrets and no data; afterwards `npm start`, then `ops reconcile`. */
export const restore: HouseVerb = {
  name: 'restore',
  summary:
    '<folder> [--binary-log FOLDER [--until INSTANT]] [--without-temporal] [--production-shape]: puts a backup where a stack keeps its data; then npm start, then reconcile',
  check: (args) => void restoringOf(args),
  run: async (args) => {
    const { from, values } = restoringOf(args);
    await restoreBackup(
      {
        ...{ directory: localDirectory(), from, binaryLog: values['binary-log'], until: values.until },
        withoutTemporal: values['without-temporal'],
        inProduction: values['production-shape'],
      },
      say,
    );
    say(
      `next: npm start${values['production-shape'] === true ? ' -- --production-shape' : ''}, npm run ops -- reconcile, and a new backup`,
    );
    return 0;
  },
};

function restoringOf(args: readonly string[]) {
  const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.until !== undefined && values['binary-log'] === undefined) {
    throw new OpsError('--until needs --binary-log: what came after the backup stands in the log');
  }
  return { from: folderOf(positionals), values };
}

const folderOf = ([folder, ...more]: readonly string[]): string => {
  if (folder === undefined || more.length > 0) {
    throw new OpsError('name one folder');
  }
  return folder;
};
