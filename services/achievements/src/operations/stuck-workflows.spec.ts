import { Test } from '@nestjs/testing';
import { databaseOptions, inTransaction, Ledger, Metrics, RelayBell, TemporalClient } from '@dengke/service-kit';
import { aDatabase, TemporalStandIn } from '@dengke/test-kit';
import type { StandInWorkflow, TestDatabase } from '@dengke/test-kit';
import { DataSource } from 'typeorm';
import { entities, migrations } from '../schema';
import { BehindMetrics } from './behind-metrics';
import { StuckWorkflowsService } from './stuck-workflows.service';
import { WorkflowLookService } from './workflow-look.service';

const at = '2023-08-14T02:00:00.000Z';
const progress = (lastFact: number) => ({ lastFact, state: 'in-review', waitsUntil: null, paused: false });

describe('workflows that do not go on', () => {
  let schema: TestDatabase;
  let database: DataSource;
  let ledger: Ledger;
  let temporal: TemporalStandIn;
  let stuck: StuckWorkflowsService;

  beforeAll(async () => {
    schema = await aDatabase('stuck');
    database = await new DataSource(databaseOptions(schema.url, entities, migrations)).initialize();
    await database.runMigrations();
    ledger = new Ledger(database, new RelayBell());
  });
  beforeEach(async () => {
    temporal = new TemporalStandIn();
    const given = [
      { provide: DataSource, useValue: database },
      { provide: TemporalClient, useValue: temporal },
    ];
    const module = await Test.createTestingModule({ providers: [StuckWorkflowsService, WorkflowLookService, ...given] }).compile();
    stuck = module.get(StuckWorkflowsService);
  });
  afterAll(async () => {
    await database.destroy();
    await schema.drop();
  });

  /** A subject with so many facts, all told unless said otherwise, and a workflow that showed the last it followed. */
  const aSubmission = async (serial: string, facts: number, shown: number, own: Partial<StandInWorkflow> = {}, told = true) => {
    const subject = `submission/${serial}`;
    for (let number = 1; number <= facts; number += 1) {
      const entry = { kind: 'claim', actId: `p:${number}`, at, by: 'p', organisationId: 'o', detail: {}, relay: true };
      await inTransaction(database, (manager) => ledger.record(manager, subject, entry));
    }
    if (told) {
      await database.query('DELETE FROM outbox WHERE subject = ?', [subject]);
    }
    return temporal.add(subject, 'submission', { searchAttributes: { LastFact: [shown] }, progress: progress(shown), ...own });
  };

  it('are none where each has followed its ledger, whatever was tried on the way', async () => {
    await aSubmission('2023-000001', 2, 2);
    await aSubmission('2023-000002', 1, 1, { taskAttempts: 3, pendingActivities: [{ name: 'escalate', attempt: 1, failure: null }] });
    temporal.add('reminder-round', 'reminderRound');
    temporal.add('submission/2023-000003', 'submission', { status: 'COMPLETED' });

    expect(await stuck.all()).toEqual({ looked: 3, more: false, stuck: [] });
  });

  it('are those whose activity fails, and those whose own code fails, each with the number of tries', async () => {
    await aSubmission('2023-000011', 1, 1, { pendingActivities: [{ name: 'escalate', attempt: 7, failure: 'UNEXPECTED' }] });
    await aSubmission('2023-000012', 1, 1, { taskAttempts: 4 });

    expect((await stuck.all()).stuck.map(({ workflowId, because }) => [workflowId, because])).toEqual([
      ['submission/2023-000011', 'escalate failed (UNEXPECTED), try 7'],
      ['submission/2023-000012', 'its own code fails, try 4'],
    ]);
  });

  it('are those that were told more than they followed', async () => {
    await aSubmission('2023-000021', 3, 1);

    expect((await stuck.all()).stuck).toEqual([
      { workflowId: 'submission/2023-000021', status: 'RUNNING', because: 'followed to 1 of 3 facts' },
    ]);
  });

  it('are not those that follow while they are looked at, or have still to be told', async () => {
    await aSubmission('2023-000031', 3, 1, { progress: progress(3) });
    await aSubmission('2023-000032', 3, 1, {}, false);

    expect((await stuck.all()).stuck).toEqual([]);
  });

  it('are those that ended without a result', async () => {
    temporal.add('window/h1-2023', 'batchWindow', { status: 'FAILED' });
    temporal.add('report-up/b1', 'reportUp', { status: 'TIMED_OUT' });

    expect((await stuck.all()).stuck).toEqual([
      { workflowId: 'report-up/b1', status: 'TIMED_OUT', because: 'ended without a result' },
      { workflowId: 'window/h1-2023', status: 'FAILED', because: 'ended without a result' },
    ]);
  });

  it('are not those that were built anew since and go on or came to their end, and each once', async () => {
    for (const last of ['COMPLETED', 'TERMINATED', 'RUNNING', 'FAILED']) {
      temporal.add(`window/${last}`, 'batchWindow', { status: 'FAILED' });
      temporal.add(`window/${last}`, 'batchWindow', { status: last });
    }

    expect(await stuck.all()).toMatchObject({
      looked: 1,
      stuck: [{ workflowId: 'window/FAILED', status: 'FAILED', because: 'ended without a result' }],
    });
  });

  describe('as a number', () => {
    let metrics: BehindMetrics;
    let told: Metrics;
    const shown = async () => /^dengke_workflows_behind\{type="submission"\} (\d+)$/m.exec(await told.text())?.[1];
    const looked = async () => {
      await metrics.look();
      return shown();
    };

    beforeEach(() => {
      told = new Metrics();
      metrics = new BehindMetrics(told, database, temporal as unknown as TemporalClient);
      metrics.onModuleInit();
    });

    it('are those that were told more than they show, twice the same; one that still follows is none', async () => {
      await aSubmission('2023-000041', 3, 1);
      await aSubmission('2023-000042', 3, 3);
      await aSubmission('2023-000043', 3, 1, {}, false);
      const slow = await aSubmission('2023-000044', 3, 1);

      expect(await looked()).toBeUndefined();
      slow.searchAttributes['LastFact'] = [2];
      expect(await looked()).toBe('1');
      expect(await looked()).toBe('2');
      slow.searchAttributes['LastFact'] = [3];
      expect(await looked()).toBe('1');
    });

    it('is none, and not 0, while Temporal is away and until it was read twice again', async () => {
      await aSubmission('2023-000051', 1, 1);
      await looked();
      expect(await looked()).toBe('0');
      const { call } = temporal;
      temporal.call = () => Promise.reject(new Error('14 UNAVAILABLE'));
      expect(await looked()).toBeUndefined();
      temporal.call = call;

      expect([await looked(), await looked()]).toEqual([undefined, '0']);
    });

    it('keeps nobody waiting who reads it, and is looked at once for all who do', async () => {
      const call = jest.spyOn(temporal, 'call').mockReturnValue(new Promise(() => undefined));
      expect([await shown(), await shown(), await shown()]).toEqual([undefined, undefined, undefined]);

      expect(call).toHaveBeenCalledTimes(1);
    });
  });

  it('cannot be told while Temporal is away', async () => {
    temporal.call = () => Promise.reject(new Error('14 UNAVAILABLE'));

    await expect(stuck.all()).rejects.toThrow('14 UNAVAILABLE');
  });
});
