import { setTimeout as pause } from 'node:timers/promises';
import { divergenceKinds, remedies } from '@dengke/contract';
import type { Divergence, Reconciliation, Remedy } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { faultFields, Log } from '../boot/log';
import { findingOf } from './divergence';
import type { Finding } from './divergence';
import { ownChecks } from './own-check';
import type { OwnCheck } from './own-check';
import { Subjects } from './subjects';
import { WorkflowOrders } from './workflow-orders';
import type { Operator } from './workflow-orders';
import { WorkflowSights } from './workflow-sights';

const AT_ONCE = 16;
const LOOK_AGAIN_MS = 100;

type Suspect = { subject: string; finding: Exclude<Finding, null> };

/**
 * Compares every open subject, and every workflow that runs, with each other; what is out of step at two looks is mended (docs/operations.md, “Mend”). A ledger is
 * never changed by it: it is the truth, and what follows it is put right.
 */
@Injectable()
export class Reconciler {
  /** What was mended is seen to be within this time, or the next remedy is tried. */
  mendedWithinMs = 10_000;

  constructor(
    private readonly subjects: Subjects,
    private readonly sights: WorkflowSights,
    private readonly orders: WorkflowOrders,
    private readonly discovery: DiscoveryService,
    private readonly log: Log,
  ) {}

  /** @param afterMs between the two looks: what is under way is out of step for a moment */
  async look(afterMs: number): Promise<Reconciliation> {
    const subjects = await this.all();
    const suspects = await this.suspectsOf(subjects);
    const own = await this.own();
    if (suspects.length + own.length > 0) {
      await pause(afterMs);
    }
    const still = await this.suspectsOf(suspects.map(({ subject }) => subject));
    const confirmed = still.filter((one) => suspects.some((other) => isSame(one, other)));
    const ownStill = (await this.own()).filter((one) => own.some(({ subject, kind }) => subject === one.subject && kind === one.kind));
    const silent = confirmed.filter(({ finding }) => finding === 'silent').map(({ subject }) => subject);
    const found = confirmed.flatMap(({ subject, finding }) => (finding === 'silent' ? [] : [{ subject, ...finding }]));
    return { looked: subjects.length, silent, found: [...found, ...ownStill], mended: [], left: [] };
  }

  async mend(afterMs: number, by: Operator): Promise<Reconciliation> {
    const seen = await this.look(afterMs);
    const mended = new Set<Divergence>();
    await inLanes(seen.found, async (divergence) => {
      if (await this.isMended(divergence, by)) {
        mended.add(divergence);
      }
    });
    const isMended = (divergence: Divergence): boolean => mended.has(divergence);
    return { ...seen, mended: seen.found.filter(isMended), left: seen.found.filter((one) => !isMended(one)) };
  }

  private async isMended(divergence: Divergence, by: Operator): Promise<boolean> {
    const { remedy } = divergenceKinds[divergence.kind];
    if (remedy === 'terminate') {
      return this.helps('terminate', divergence.subject, by);
    }
    const first = remedies.indexOf(remedy as Remedy);
    return first < 0 ? this.mendOwn(divergence, by) : this.tryAll(divergence.subject, remedies.slice(first), by);
  }

  /** One that fails has not helped: a stronger one may, and nothing else waits for it. */
  private async helps(remedy: Remedy | 'terminate', subject: string, by: Operator): Promise<boolean> {
    try {
      await this.orders.give(remedy, subject, by);
      return await this.isInStep(subject);
    } catch (error) {
      this.log.warn('a remedy failed', { subject, remedy, ...faultFields(error) });
      return false;
    }
  }

  private async tryAll(subject: string, left: readonly Remedy[], by: Operator): Promise<boolean> {
    for (const remedy of left) {
      if (await this.helps(remedy, subject, by)) {
        return true;
      }
    }
    return false;
  }

  private async mendOwn(divergence: Divergence, by: Operator): Promise<boolean> {
    const { subject, kind } = divergence;
    await this.orders.record(divergenceKinds[kind].remedy, subject, by);
    for (const check of this.checks()) {
      await check.mend(divergence);
    }
    return !(await this.own()).some((one) => one.subject === subject && one.kind === kind);
  }

  private async isInStep(subject: string): Promise<boolean> {
    for (let waited = 0; waited <= this.mendedWithinMs; waited += LOOK_AGAIN_MS) {
      if ((await this.findingOf(subject)) === null) {
        return true;
      }
      await pause(LOOK_AGAIN_MS);
    }
    return false;
  }

  /** Open in the ledger, or running in Temporal. */
  private async all(): Promise<string[]> {
    const running = (await this.sights.running()).filter((workflowId) => this.subjects.followed(workflowId) !== null);
    return [...new Set([...(await this.subjects.open()), ...running])];
  }

  private async suspectsOf(subjects: readonly string[]): Promise<Suspect[]> {
    const suspects: Suspect[] = [];
    await inLanes(subjects, async (subject) => {
      const finding = (await this.subjects.isUntold(subject)) ? null : await this.findingOf(subject);
      if (finding !== null) {
        suspects.push({ subject, finding });
      }
    });
    return suspects;
  }

  private async findingOf(subject: string): Promise<Finding> {
    const seen = await this.sights.of(subject);
    return findingOf(await this.subjects.sideOf(subject), seen);
  }

  private async own(): Promise<Divergence[]> {
    return (await Promise.all(this.checks().map((check) => check.look()))).flat();
  }

  private checks(): OwnCheck[] {
    return ownChecks(this.discovery);
  }
}

/** Nothing has moved between the two looks, not even from one fault to the next. */
const isSame = (one: Suspect, other: Suspect): boolean =>
  one.subject === other.subject && JSON.stringify(one.finding) === JSON.stringify(other.finding);

async function inLanes<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
