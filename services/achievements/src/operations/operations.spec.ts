import { Test } from '@nestjs/testing';
import { BusinessClock, DomainError, Ledger, Metrics, TemporalClient } from '@dengke/service-kit';
import { WorkflowNotFoundError } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { at, DeskWorld } from '../../testing/a-desk-world';
import { DeadlinesService } from '../deadlines/deadlines.service';
import { ExplanationsService } from '../deadlines/explanations.service';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { SubmissionsService } from '../submissions/submissions.service';
import { ExplainedService } from './explained.service';
import { OverviewService } from './overview.service';
import { SubmissionMetrics } from './submission-metrics';
import { WorkflowLookService } from './workflow-look.service';

const monday = '2023-08-14T02:00:00.000Z';

/** A Temporal that has lost everything. */
const forgetful = {
  call: () => Promise.reject(new WorkflowNotFoundError('not found', 'submission/…', undefined)),
} as unknown as TemporalClient;

describe('what operators see of the submissions', () => {
  let world: DeskWorld;
  let overview: OverviewService;
  let explained: ExplainedService;
  let serials: { late: string; escalated: string; suspected: string; fine: string };
  const later = <T>(fn: () => Promise<T>): Promise<T> => world.clock.at('2023-08-29T02:00:00.000Z', fn);

  beforeAll(async () => {
    world = await DeskWorld.begin();
    const providers = [OverviewService, ExplainedService, ExplanationsService, SubmissionsService, DeadlinesService, WorkingDaysService];
    const given = [
      { provide: DataSource, useValue: world.database },
      { provide: Ledger, useValue: world.ledger },
      { provide: BusinessClock, useValue: world.clock },
      { provide: TemporalClient, useValue: forgetful },
    ];
    const module = await Test.createTestingModule({ providers: [...providers, WorkflowLookService, ...given] }).compile();
    overview = module.get(OverviewService);
    explained = module.get(ExplainedService);
    serials = {
      late: await world.reaches('org-city', monday),
      escalated: await world.reaches('org-city', monday),
      suspected: await world.reaches('org-city', monday),
      fine: await world.reaches('org-city', '2023-08-28T02:00:00.000Z'),
    };
    await world.byTime('escalate', serials.escalated, '2023-08-28T16:00:00.000Z');
    await world.act(at('org-city'), serials.suspected, 'suspect', '2023-08-15T02:00:00.000Z', { suspicion: 'secrecy-mark' });
  });
  afterAll(() => world.end());

  it('counts the open ones by state and stage, with those that are late, escalated or on hold', async () => {
    expect(await later(() => overview.standings())).toEqual([
      { state: 'in-review', stage: 'municipal', open: 3, late: 2, escalated: 1, onHold: 0 },
      { state: 'suspected', stage: 'municipal', open: 1, late: 0, escalated: 0, onHold: 1 },
    ]);
  });

  it('tells a Prometheus the same, and which stage it is of', async () => {
    const metrics = new Metrics();
    const clock = new BusinessClock({ read: async () => '2023-08-29T02:00:00.000Z' });
    new SubmissionMetrics(metrics, overview, clock).onModuleInit();
    const text = await metrics.text();

    expect(text).toContain('dengke_submissions_open{state="in-review",stage="municipal"} 3');
    expect(text).toContain('dengke_submissions_late{state="in-review",stage="municipal"} 2');
    expect(text).toContain('dengke_submissions_escalated{state="in-review",stage="municipal"} 1');
    expect(text).toContain('dengke_submissions_on_hold{state="suspected",stage="municipal"} 1');
  });

  it('lists those that wait for somebody to move, with every reason', async () => {
    const stuck = await later(() => overview.stuck());

    expect(Object.fromEntries(stuck.map(({ serial, reasons }) => [serial, reasons]))).toEqual({
      [serials.late]: ['late'],
      [serials.escalated]: ['escalated'],
      [serials.suspected]: ['suspicion'],
    });
  });

  it('says which facts no workflow was told, by subject and since when', async () => {
    const untold = await overview.untold();

    expect(untold.find(({ subject }) => subject === `submission/${serials.late}`)).toEqual({
      subject: `submission/${serials.late}`,
      facts: 2,
      since: monday,
    });
  });

  it('explains one: stages, deadlines, timeline without words, what is untold, and that its workflow is lost', async () => {
    const page = await explained.of(serials.escalated);

    expect(page).toMatchObject({ progress: { serial: serials.escalated, lastFact: 3 }, untold: [1, 2, 3], workflow: null });
    expect(page.stages.map(({ kind, decision }) => [kind, decision])).toEqual([
      ['unit', 'release'],
      ['municipal', null],
    ]);
    expect(page.deadlines.at(-1)).toMatchObject({ about: 'municipal', dueOn: '2023-08-28', rule: { unit: 'workdays' } });
    expect(page.timeline.map(({ act, by }) => [act, by])).toEqual([
      ['submit', 'unit-a-submitter'],
      ['release', 'unit-a-admin'],
      ['escalate', null],
    ]);
    expect(JSON.stringify(page)).not.toContain('煤层气');
    await expect(explained.of('2023-999999')).rejects.toThrow(DomainError);
  });
});
