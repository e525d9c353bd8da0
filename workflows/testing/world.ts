import {
  calendarChangeWorkflowId,
  correctionWorkflowId,
  noticeWorkflowId,
  reminderRoundWorkflowId,
  reportUpWorkflowId,
  submissionWorkflowId,
  taskQueues,
  windowWorkflowId,
  workflowTypes,
} from '@dengke/contract';
import type {
  ApplicationFact,
  CollectionWindow,
  Instant,
  SubmissionAct,
  SubmissionFact,
  SubmissionOutcome,
  WorkflowProgress,
} from '@dengke/contract';
import * as messages from '@dengke/contract/messages';
import { Client } from '@temporalio/client';
import type { WorkflowExecutionDescription, WorkflowHandle } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { workflowBundle } from './config';
import { addDays } from './instants';
import type { Ledger } from './ledger';
import type { Entry } from './submission-case';
import { quiet, registerSearchAttributes, unlessCompleted } from './temporal-setup';
import { TimeSkippingServer } from './time-skipping-server';
import { timelineOf } from './timeline';
import { until } from './until';

/**
 * A time-skipping server started on a given day, the workflow worker, and activity workers with the in-memory ledger behind them.
 * Time moves only by `passTo`, and the next step is taken only when every workflow has followed. One world per file.
 */
export class World {
  /** Facts are relayed by `rest` as the services' relay does, unless a spec holds them back. */
  relaying = true;
  /** Whether submissions have workflows here; without, the window meets them in the ledger alone. */
  followingSubmissions = true;
  private readonly known = new Map<string, () => number>();

  /** An ordinary client. The SDK's time-skipping one sets the clock free whenever a result is asked for, up to the ten-year timeouts. */
  readonly client: Client;

  private constructor(
    private readonly server: TimeSkippingServer,
    private readonly native: NativeConnection,
    readonly ledger: Ledger,
    private readonly workers: Worker[],
    private readonly runs: Promise<void>[],
  ) {
    this.client = new Client({ connection: server.connection, identity: 'spec' });
  }

  static async on(day: Instant, ledger: Ledger): Promise<World> {
    quiet();
    const server = await TimeSkippingServer.on(day);
    await registerSearchAttributes(server.connection);
    const native = await NativeConnection.connect({ address: server.address });
    const common = { connection: native, identity: 'spec' };
    const workers = await Promise.all([
      Worker.create({ ...common, taskQueue: taskQueues.workflows, workflowBundle: { codePath: workflowBundle } }),
      Worker.create({ ...common, taskQueue: taskQueues.achievements, activities: ledger.achievements() }),
      Worker.create({ ...common, taskQueue: taskQueues.accounts, activities: ledger.accounts() }),
      Worker.create({ ...common, taskQueue: taskQueues.notifications, activities: ledger.notifications() }),
    ]);
    return new World(
      server,
      native,
      ledger,
      workers,
      workers.map((worker) => worker.run()),
    );
  }

  async now(): Promise<Instant> {
    return this.server.now();
  }

  /** Moves the clock, and returns when everything that fell due has been followed. */
  async passTo(at: Instant): Promise<void> {
    await this.rest();
    await this.server.passTo(at);
    await this.rest();
  }

  async pass(days: number): Promise<void> {
    await this.passTo(addDays(await this.now(), days));
  }

  async submit(entry: Omit<Entry, 'at'> & { at?: Instant }): Promise<void> {
    this.ledger.submissions.submit({ at: await this.now(), ...entry });
    if (this.followingSubmissions) {
      this.know(submissionWorkflowId(entry.serial), () => this.ledger.submissions.last(entry.serial).number);
    }
    await this.rest();
  }

  async act(serial: string, act: SubmissionAct, at?: Instant): Promise<void> {
    this.ledger.submissions.act(serial, act, at ?? (await this.now()));
    await this.rest();
  }

  /** What is recorded when the graphs change. */
  async graphsChange(record: (submissions: Ledger['submissions'], at: Instant) => void): Promise<void> {
    record(this.ledger.submissions, await this.now());
    await this.rest();
  }

  async announce(window: CollectionWindow): Promise<void> {
    this.ledger.windows.announce(window, await this.now());
    this.know(windowWorkflowId(window.id), () => this.ledger.windows.last(window.id).number);
    await this.rest();
  }

  async apply(subject: string, deskId = 'bureau-changzhi'): Promise<void> {
    this.ledger.applications.apply(subject, deskId, await this.now());
    this.know(subject, () => this.ledger.applications.last(subject).number);
    await this.rest();
  }

  async askCorrection(id: string): Promise<void> {
    this.ledger.corrections.ask(id, await this.now());
    this.know(correctionWorkflowId(id), () => this.ledger.corrections.last(id).number);
    await this.rest();
  }

  async startRounds(until: Instant): Promise<WorkflowHandle> {
    return this.begin(workflowTypes.reminderRound, reminderRoundWorkflowId, { until });
  }

  /** An edition of the calendar was loaded. */
  async startCalendarChange(version: number): Promise<WorkflowHandle> {
    return this.begin(workflowTypes.calendarChange, calendarChangeWorkflowId(version), { version, at: await this.now() });
  }

  /** `day 10 escalate → municipal`, … */
  timeline(serial: string): string[] {
    return timelineOf(this.ledger.submissions.facts(serial));
  }

  async progressOf(serial: string): Promise<WorkflowProgress> {
    return this.submission(serial).query<WorkflowProgress>(messages.progress.name);
  }

  /** The result of one that has ended. */
  async outcomeOf(serial: string): Promise<SubmissionOutcome> {
    expect((await this.submission(serial).describe()).status.name).toBe('COMPLETED');
    return (await this.submission(serial).result()) as SubmissionOutcome;
  }

  /** Its search attributes, as operators filter by them. */
  async attributesOf(serial: string): Promise<Record<string, unknown>> {
    const { typedSearchAttributes } = await this.submission(serial).describe();
    return Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
  }

  /** What the Temporal UI shows as its current details. */
  async detailsOf(serial: string): Promise<string> {
    const metadata = await this.submission(serial).query<{ currentDetails: string }>('__temporal_workflow_metadata');
    return metadata.currentDetails;
  }

  /** Whether an activity or a workflow task is under way. */
  async isBusy(workflowId: string): Promise<boolean> {
    return isBusy(await this.client.workflow.getHandle(workflowId).describe());
  }

  submission(serial: string): WorkflowHandle {
    return this.client.workflow.getHandle(submissionWorkflowId(serial));
  }

  /** An operator starts a workflow for a serial; the ledger may not know it. */
  async startUnknown(serial: string): Promise<WorkflowHandle> {
    const workflowId = submissionWorkflowId(serial);
    this.know(workflowId, () => 0);
    return this.begin(workflowTypes.submission, workflowId, { serial });
  }

  /** What the relay does with one or more facts of a submission. */
  async signal(facts: readonly SubmissionFact[]): Promise<void> {
    const [first] = facts;
    if (first !== undefined) {
      const { serial } = first;
      await this.start(workflowTypes.submission, submissionWorkflowId(serial), { serial }, messages.submissionFacts.name, facts);
    }
  }

  /** The same with facts of an application, whose workflow type is the first word of its id. */
  async signalApplication(facts: readonly ApplicationFact[]): Promise<void> {
    const [type = '', id = ''] = facts[0]?.subject.split('/') ?? [];
    await this.start(type, `${type}/${id}`, { id }, messages.applicationFacts.name, facts);
  }

  /** Has a workflow read all its facts again; returns once its new run is at rest, for the clock must not move between two runs. */
  async refresh(workflowId: string): Promise<void> {
    const handle = this.client.workflow.getHandle(workflowId);
    const { runId } = await handle.describe();
    await handle.signal(messages.refresh);
    await until('it runs anew', async () => (await handle.describe()).runId !== runId);
    await this.rest();
  }

  /** Relays until there is nothing to relay and every workflow has followed its ledger and done what is due. */
  async rest(): Promise<void> {
    await until('everything is followed', async () => {
      await this.relay();
      const now = await this.now();
      const open = await Promise.all([...this.known.keys()].map((workflowId) => this.isAtRest(workflowId, now)));
      return open.every(Boolean) && (!this.relaying || this.ledger.outboxes.every((outbox) => outbox.length === 0));
    });
  }

  /** Terminates what still runs: a leftover would carry the clock away. */
  async clear(): Promise<void> {
    await Promise.all(
      [...this.known.keys(), reminderRoundWorkflowId].map((workflowId) =>
        this.client.workflow
          .getHandle(workflowId)
          .terminate()
          .catch(() => undefined),
      ),
    );
    this.known.clear();
    this.ledger.outboxes.forEach((outbox) => outbox.splice(0));
    this.relaying = true;
  }

  async close(): Promise<void> {
    await this.clear();
    this.workers.forEach((worker) => worker.shutdown());
    await Promise.all(this.runs);
    await this.native.close();
    await this.server.close();
  }

  /** It is followed from now on: `rest` waits for it. */
  know(workflowId: string, lastFact: () => number): void {
    this.known.set(workflowId, lastFact);
  }

  private begin(type: string, workflowId: string, input: object): Promise<WorkflowHandle> {
    return this.client.workflow.start(type, { workflowId, taskQueue: taskQueues.workflows, args: [input] });
  }

  private async relay(): Promise<void> {
    if (!this.relaying) {
      return;
    }
    for (const fact of this.ledger.submissions.outbox.splice(0)) {
      this.ledger.reports.hear(fact);
      await this.signal(this.followingSubmissions ? [fact] : []);
    }
    for (const fact of this.ledger.windows.outbox.splice(0)) {
      const { windowId } = fact;
      await this.start(workflowTypes.batchWindow, windowWorkflowId(windowId), { windowId }, messages.windowFacts.name, [fact]);
    }
    for (const fact of this.ledger.reports.outbox.splice(0)) {
      const { bundleId } = fact;
      this.know(reportUpWorkflowId(bundleId), () => this.ledger.reports.last(bundleId).number);
      await this.start(workflowTypes.reportUp, reportUpWorkflowId(bundleId), { bundleId }, messages.reportUpFacts.name, [fact]);
    }
    for (const fact of this.ledger.notices.outbox.splice(0)) {
      await this.start(workflowTypes.notice, noticeWorkflowId(fact.noticeId), { id: fact.noticeId }, messages.noticeFacts.name, [fact]);
    }
    for (const fact of this.ledger.applications.outbox.splice(0)) {
      await this.signalApplication([fact]);
    }
    for (const fact of this.ledger.corrections.outbox.splice(0)) {
      const { id } = fact;
      await this.start(workflowTypes.correction, correctionWorkflowId(id), { id }, messages.correctionFacts.name, [fact]);
    }
  }

  private async start(type: string, workflowId: string, input: object, signal: string, facts: readonly unknown[]): Promise<void> {
    const { status } = await this.client.workflow
      .getHandle(workflowId)
      .describe()
      .catch(() => ({ status: { name: 'NONE' } }));
    if (status.name !== 'COMPLETED') {
      const memo = { portal: `https://dengke.example/${workflowId}` };
      const common = { workflowId, taskQueue: taskQueues.workflows, staticSummary: workflowId, memo };
      const options = { ...common, args: [input], signal, signalArgs: [{ facts }] };
      await this.client.workflow.signalWithStart(type, options).catch(unlessCompleted);
    }
  }

  private async isAtRest(workflowId: string, now: Instant): Promise<boolean> {
    const handle = this.client.workflow.getHandle(workflowId);
    const described = await handle.describe().catch(() => undefined);
    if (described?.status.name !== 'RUNNING') {
      return described !== undefined || !this.relaying;
    }
    if (isBusy(described)) {
      return false;
    }
    const { lastFact, waitsUntil, paused } = await handle.query<WorkflowProgress>(messages.progress.name);
    const followed = lastFact === this.known.get(workflowId)?.() || !this.relaying;
    return followed && (paused || waitsUntil === null || waitsUntil > now);
  }
}

const isBusy = ({ raw }: WorkflowExecutionDescription): boolean =>
  (raw.pendingActivities?.length ?? 0) > 0 || Boolean(raw.pendingWorkflowTask);
