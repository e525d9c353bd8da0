import { SetMetadata } from '@nestjs/common';
import type { Instant, searchAttributes } from '@dengke/contract';
import type { DiscoveryService } from '@nestjs/core';
import type { LedgerEntry } from './hash-chain';

const RELAYS = 'dengke:relays';

/** How the facts of some subjects reach their workflows. May be asked twice for the same facts; workflows drop what they know. */
export interface RelayTarget {
  /** Sends one subject's facts, in order, as one signal. Throws when it could not; it is asked again. */
  send(subject: string, entries: LedgerEntry[]): Promise<void>;
  /** What its workflow is like once it has followed these, in order, the last one included; for `reconcile`. Without it nobody compares them. */
  wanted?(entries: readonly LedgerEntry[]): WantedWorkflow;
}

/** A workflow as its ledger wants it. */
export interface WantedWorkflow {
  type: string;
  /** There is nothing left to wait for: none runs. */
  isOver: boolean;
  state: string;
  /** The instant of its last fact, where people are told of it first: as long as it says that it waits for that, it need not have ended, nor show itself. */
  tellsOf?: Instant;
  /** Until when it may be waiting; absent where only it knows. */
  waitsUntil?: readonly (Instant | null)[];
  /** What operators see of it, as far as it follows from the ledger. */
  attributes: Partial<Record<keyof typeof searchAttributes, string | number | null>>;
}

/** `@Relays('submission/') @Injectable() class SubmissionRelay implements RelayTarget` */
export const Relays = (subjectPrefix: string) => SetMetadata(RELAYS, subjectPrefix);

export type TargetOf = (subject: string) => RelayTarget | undefined;

export function relayTargets(discovery: DiscoveryService): TargetOf {
  const targets: { prefix: string; target: RelayTarget }[] = [];
  for (const { metatype, instance } of discovery.getProviders()) {
    const prefix = typeof metatype === 'function' ? (Reflect.getMetadata(RELAYS, metatype) as string | undefined) : undefined;
    if (prefix !== undefined) {
      targets.push({ prefix, target: instance as RelayTarget });
    }
  }
  return (subject) => targets.find(({ prefix }) => subject.startsWith(prefix))?.target;
}
