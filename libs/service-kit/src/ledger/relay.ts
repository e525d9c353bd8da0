import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { BackgroundLoop } from '../boot/background-loop';
import { faultFields, Log } from '../boot/log';
import { SecurityClock } from '../clock/security-clock';
import { FEED_BATCH, numberEntries } from '../feed/feed-numbers';
import { dispatch } from './outbox';
import type { Parcel } from './outbox';
import { RelayBell } from './relay-bell';
import { traceContextOf } from '@dengke/contract';
import { traces } from '../tracing/traces';
import { relayTargets } from './relay-target';
import type { TargetOf } from './relay-target';
import { Setbacks } from './setbacks';

const SWEEP_MS = 1_000;
const BATCH = 200;
const AT_ONCE = 16;
/** While acts follow one another the relay holds back: people wait for their acts, nobody for a fact, and facts that meet cost Temporal one task. */
const GATHERING = { quietMs: 100, atMostMs: 2_000 };
/** So many failures with nothing arriving: Temporal may be away, and the rest of the batch is tried a little later. */
const GIVE_UP_AFTER = 4;
const AWAY_MS = 250;

/**
 * Carries the ledger out of the service: gives committed entries their feed numbers and tells the workflows their facts. Rung after every
 * commit, and every second besides; goes on by itself when Temporal or MariaDB was away. Acts never wait for it.
 */
@Injectable()
export class Relay implements BeforeApplicationShutdown {
  private readonly setbacks: Setbacks;
  private readonly loop: BackgroundLoop;
  private targetOf: TargetOf | undefined;
  private gaveUp = false;

  constructor(
    private readonly database: DataSource,
    private readonly discovery: DiscoveryService,
    private readonly log: Log,
    bell: RelayBell,
    clock: SecurityClock,
  ) {
    this.setbacks = new Setbacks(clock);
    this.loop = new BackgroundLoop('the relay', () => this.step(), log, GATHERING);
    bell.onRing(() => this.loop.ring());
  }

  start(): void {
    this.loop.start();
  }

  /** For who waits for rest, where people wait for their acts and nobody for a fact. */
  hurry(): void {
    this.loop.hurry();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** Numbers and sends all that waits. Specs and drivers may call it; the loop does. */
  async sweep(): Promise<{ numbered: number; sent: number }> {
    const total = { numbered: 0, sent: 0 };
    for (;;) {
      const numbered = await numberEntries(this.database);
      const { taken, sent } = await dispatch(this.database, BATCH, this.setbacks.waiting(), (parcels) => this.deliver(parcels));
      total.numbered += numbered;
      total.sent += sent;
      const mayBeMore = numbered >= FEED_BATCH || (taken >= BATCH && sent > 0);
      if (!mayBeMore) {
        return total;
      }
    }
  }

  private async step(): Promise<number> {
    this.gaveUp = false;
    await this.sweep();
    return this.gaveUp ? AWAY_MS : (this.setbacks.nextMs() ?? SWEEP_MS);
  }

  /** Bounded concurrency across subjects, order within each; those that have failed least come first, so that none starves behind many that fail. */
  private async deliver(parcels: Parcel[]): Promise<Parcel[]> {
    const delivered: Parcel[] = [];
    let failed = 0;
    const queue = [...parcels].sort((one, other) => this.setbacks.attempts(one.subject) - this.setbacks.attempts(other.subject));
    const lane = async (): Promise<void> => {
      for (let parcel = queue.shift(); parcel; parcel = queue.shift()) {
        if (delivered.length === 0 && failed >= GIVE_UP_AFTER) {
          this.gaveUp = true;
          return;
        }
        if (await this.arrives(parcel)) {
          delivered.push(parcel);
        } else {
          failed += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return delivered;
  }

  private async arrives(parcel: Parcel): Promise<boolean> {
    try {
      await this.send(parcel);
      this.setbacks.forget(parcel.subject);
      return true;
    } catch (error) {
      const attempt = this.setbacks.note(parcel.subject);
      this.log.warn('facts could not be relayed and wait', { subject: parcel.subject, attempt, ...faultFields(error) });
      return false;
    }
  }

  /** Facts that meet are one signal: it goes on with the trace of the last. */
  private send({ subject, entries, trace }: Parcel): Promise<void> {
    const attributes = { 'dengke.subject': subject, 'dengke.fact': entries.at(-1)?.number ?? 0, 'dengke.facts': entries.length };
    const about = { kind: 'producer', attributes, parent: traceContextOf(trace) } as const;
    return traces.within('relay', about, () => this.target(subject).send(subject, entries));
  }

  private target(subject: string) {
    this.targetOf ??= relayTargets(this.discovery);
    const target = this.targetOf(subject);
    if (target === undefined) {
      throw new Error(`No relay target for ${subject}`);
    }
    return target;
  }
}
