import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demonstrationLogins } from '../demonstration';
import type { Part } from '../house';
import { parts, partsOf } from '../house';
import { recordedSupervisor } from '../pid-files';
import { defaultPorts, fixedPorts, portNames, portVariable } from '../ports';
import type { Log } from '../progress';
import { timedLog } from '../progress';
import { localDirectory } from '../repository';
import { SetupError } from '../setup-error';
import type { Stack } from '../stack';
import { startStack } from '../stack';
import type { StackAddresses } from '../stack-file';
import { addressLines, readStackFile } from '../stack-file';

const print: Log = (line) => process.stdout.write(`${line}\n`);

/**
 * `npm start`: the whole house in the foreground until Ctrl-C, or with --detach in the background once everything is healthy. With --only a,b
 * just these parts, for those who run the others from an editor.
 */
export const start = async (args: readonly string[]): Promise<void> => {
  if (args.includes('--help')) {
    print(usage);
    return;
  }
  if (asked(args).detach) {
    await startDetached(args);
    return;
  }
  const stack = await superviseHouse(timedLog(print, 0), args);
  if (stack !== undefined) {
    printAddresses(stack.addresses);
    print('Ctrl-C stops everything; the data stay.');
  }
};

/** The background half of `npm start -- --detach`: tells its parent what happens, and stays. */
export const supervise = async (args: readonly string[]): Promise<void> => {
  const log: Log = (line) => {
    print(`${new Date().toISOString()} ${line}`);
    void tellParent({ line });
  };
  try {
    const stack = await superviseHouse(log, args);
    await tellParent({ ready: stack !== undefined });
  } catch (error) {
    await tellParent({ line: error instanceof SetupError ? error.message : String(error), ready: false });
    throw error;
  }
  process.disconnect?.();
};

const tellParent = (message: Message): Promise<void> =>
  new Promise((settle) => {
    if (process.connected && process.send !== undefined) {
      process.send(message, () => settle());
    } else {
      settle();
    }
  });

interface Message {
  readonly line?: string;
  readonly ready?: boolean;
}

/** Starts the house and keeps it until a signal; undefined when the signal came before everything was ready. */
const superviseHouse = async (log: Log, args: readonly string[]): Promise<Stack | undefined> => {
  const interrupted = new AbortController();
  let stack: Stack | undefined;
  const end = (signal: NodeJS.Signals): void => {
    if (interrupted.signal.aborted) {
      return;
    }
    log(`${signal}: stopping`);
    interrupted.abort();
    void stack?.stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, end);
  }
  try {
    stack = await startStack({
      dir: localDirectory(),
      ports: asked(args).shape === 'production' ? 'free' : fixedPorts(process.env),
      parts: asked(args).parts,
      temporal: 'dev',
      shape: asked(args).shape,
      temporalUi: true,
      reportUp: reportUp(),
      profile: 'local',
      publicUrl: process.env['DENGKE_PUBLIC_URL'],
      binaryLog: process.env['DENGKE_BINARY_LOG'],
      supervise: true,
      log,
      signal: interrupted.signal,
    });
    return stack;
  } catch (error) {
    if (interrupted.signal.aborted) {
      process.exit(0);
    }
    throw error;
  }
};

/** @throws SetupError with what may be asked for, where something else was */
const asked = (
  args: readonly string[],
): { readonly detach: boolean; readonly parts: readonly Part[]; readonly shape: 'production' | undefined } => {
  const { only, detach = false, 'production-shape': inProduction = false } = optionsOf(args);
  const named = only?.split(',') ?? partsOf(reportUp());
  const unknown = named.filter((name) => !(parts as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new SetupError(`There is no part ${unknown.join(', ')}; there are ${parts.join(', ')}.`);
  }
  return { detach, parts: named as readonly Part[], shape: inProduction ? 'production' : undefined };
};

/** @throws SetupError for another word */
const reportUp = (): 'desk' | 'endpoint' => {
  const chosen = process.env['DENGKE_REPORT_UP'] ?? '';
  if (chosen !== '' && chosen !== 'desk' && chosen !== 'endpoint') {
    throw new SetupError('DENGKE_REPORT_UP is desk or endpoint');
  }
  return chosen === 'endpoint' ? 'endpoint' : 'desk';
};

const optionsOf = (
  args: readonly string[],
): { readonly only?: string; readonly detach?: boolean; readonly 'production-shape'?: boolean } => {
  try {
    return parseArgs({
      args: [...args],
      options: { only: { type: 'string' }, detach: { type: 'boolean' }, 'production-shape': { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new SetupError(`${(error as Error).message}\n${usage}`);
  }
};

const usage = [
  'npm start [-- --detach] [--only a,b] [--production-shape]',
  `  --detach  in the background; \`npm stop\` ends it`,
  `  --only    just these parts: ${parts.join(', ')}`,
  '  --production-shape  two of each service, Temporal with PostgreSQL, MariaDB with a replica, on free ports (docs/operations.md)',
  `  DENGKE_BINARY_LOG=<folder> keeps MariaDB’s binary log there, for restoring to any instant (docs/operations.md)`,
  `  DENGKE_DIR=<folder> keeps the data elsewhere; ${portVariable('gateway')}=<port> and the like move ports:`,
  ...portNames.map((name) => `    ${portVariable(name).padEnd(26)} ${defaultPorts[name]}`),
].join('\n');

const startDetached = async (args: readonly string[]): Promise<void> => {
  const directory = localDirectory();
  const running = recordedSupervisor(directory);
  if (running !== undefined) {
    throw new SetupError(`Dengke already runs on ${directory} (process ${running.pid}). \`npm stop\` ends it.`);
  }
  mkdirSync(join(directory, 'logs'), { recursive: true, mode: 0o700 });
  const output = openSync(join(directory, 'logs', 'supervisor.log'), 'a', 0o600);
  const log = timedLog(print, 0);
  const child = spawn(process.execPath, [process.argv[1] ?? '', 'supervise', ...args], {
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const isReady = await new Promise<boolean>((settle) => {
    child.on('message', (message: Message) => {
      if (message.line !== undefined) {
        log(message.line);
      }
      if (message.ready !== undefined) {
        settle(message.ready);
      }
    });
    child.once('exit', () => settle(false));
  });
  if (!isReady) {
    throw new SetupError(`It could not be started; see ${join(directory, 'logs')}`);
  }
  child.unref();
  printAddresses(readStackFile(directory));
  print('It runs in the background; `npm stop` ends it.');
};

const printAddresses = (addresses: StackAddresses): void => {
  print('');
  addressLines(addresses).forEach(print);
  print('');
  demonstrationLogins().forEach((line) => print(line));
};
