import type { Hops } from './hops';
import type { NodeProcess, Part } from './house';
import type { Ports } from './ports';
import type { Log } from './progress';
import type { TemporalDurability } from './temporal';

export interface StackOptions {
  /** Everything the stack keeps: databases, files, mails, logs, secrets. Kept when it stops. */
  readonly dir: string;
  /** Default: free ones. */
  readonly ports?: 'free' | Ports;
  /** The development server, or the time-skipping one whose clock begins at an instant (ISO). */
  readonly temporal: 'dev' | { readonly skippingFrom: string };
  readonly profile: 'local' | 'season';
  /**
   * `production`: two of each service and of the workflow worker, the Temporal server with PostgreSQL, a MariaDB that a replica follows.
   * Default: one of each, with the server that `temporal` names.
   */
  readonly shape?: 'production' | undefined;
  /** How the ministry gets what is reported up; `endpoint` starts the stand-in registry too. Default: desk. */
  readonly reportUp?: 'desk' | 'endpoint';
  /** Default: all of the house. */
  readonly parts?: readonly Part[];
  /** Folder in which MariaDB keeps its binary log, so that a backup can be restored to any later instant. Default: none is kept. */
  readonly binaryLog?: string | undefined;
  /** What a commit of the development server survives: `process` its death, `full` a power failure too. Default: process. */
  readonly temporalDurability?: TemporalDurability;
  /** Whether the development server shows its UI; default no. */
  readonly temporalUi?: boolean;
  /** Added to what a process is given; for one process by its name. */
  readonly env?: Readonly<Partial<Record<NodeProcess, Readonly<Record<string, string>>>>>;
  /** Address of the gateway as people see it, when it is not where it listens; made of the ports where those are drawn. */
  readonly publicUrl?: string | ((ports: Ports) => string) | undefined;
  /** Proxies between the parts, already listening. Default: every process reaches the others directly. */
  readonly hops?: Hops;
  /** Start again what dies. */
  readonly supervise: boolean;
  readonly log?: Log;
  /** Aborted while the stack starts, it ends what was started and the start rejects. */
  readonly signal?: AbortSignal;
}
