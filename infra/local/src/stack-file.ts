import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordedProcess } from './pid-files';
import type { Part } from './house';
import { SetupError } from './setup-error';

/** Where the parts of a running stack are found. */
export interface StackAddresses {
  /** The gateway, with the portal and the one public API. */
  readonly publicUrl: string;
  readonly accountsUrl: string;
  readonly achievementsUrl: string;
  readonly notificationsUrl: string;
  readonly workerUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Keys that open what Temporal keeps. */
  readonly payloadKeysFile: string;
  /** As people see it, signed in; null when no UI is served. */
  readonly temporalUi: string | null;
  readonly mailPage: string;
  readonly mailUrl: string;
  /** The stand-in national registry; null where nothing is sent to one. */
  readonly registryUrl: string | null;
  /** One per service that has a schema. */
  readonly databaseUrls: Readonly<Record<string, string>>;
  /** The authority by which services and Temporal are believed, PEM; null where they are spoken to plainly. */
  readonly tlsCaFile: string | null;
  /** What runs in the production shape beside the parts of every stack, by process; null in any other. */
  readonly beside: Readonly<Record<string, string>> | null;
  /** Where a Prometheus reads gateway, workers and Temporal there, by process; null in any other shape. */
  readonly metrics: Readonly<Record<string, string>> | null;
}

/** As people are told them. */
export const addressLines = ({ publicUrl, temporalUi, mailPage, registryUrl }: StackAddresses): string[] => [
  `  Start page          ${publicUrl}`,
  `  API documentation   ${publicUrl}/api/docs`,
  ...(temporalUi === null ? [] : [`  Temporal UI         ${temporalUi}`]),
  `  Mail                ${mailPage}`,
  ...(registryUrl === null ? [] : [`  Stand-in registry   ${registryUrl}`]),
];

const fileOf = (directory: string): string => join(directory, 'stack.json');

export const writeStackFile = (directory: string, addresses: StackAddresses): void => {
  writeFileSync(`${fileOf(directory)}.new`, JSON.stringify(addresses, undefined, 2), { mode: 0o600 });
  renameSync(`${fileOf(directory)}.new`, fileOf(directory));
};

export const removeStackFile = (directory: string): void => rmSync(fileOf(directory), { force: true });

/** The addresses of the stack that runs on a directory; for tools that walk a running system. */
export const readStackFile = (directory: string): StackAddresses => {
  try {
    return JSON.parse(readFileSync(fileOf(directory), 'utf8')) as StackAddresses;
  } catch {
    throw new SetupError(`Nothing runs on ${directory}. \`npm start\` starts it.`);
  }
};

/** A stack that another process supervises, as tests and kill tools see it. */
export interface AttachedStack {
  readonly addresses: StackAddresses;
  pid(part: Part): number | undefined;
  /** Signals a part's process; its supervisor starts it again. */
  kill(part: Part, signal: NodeJS.Signals): void;
}

export const attachToStack = (directory: string): AttachedStack => ({
  addresses: readStackFile(directory),
  pid: (part) => recordedProcess(directory, part)?.pid,
  kill: (part, signal) => {
    const found = recordedProcess(directory, part);
    if (found === undefined) {
      throw new SetupError(`${part} does not run on ${directory}`);
    }
    process.kill(found.pid, signal);
  },
});
