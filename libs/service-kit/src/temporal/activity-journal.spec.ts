import { MockActivityEnvironment } from '@temporalio/testing';
import type { Context } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure, defaultPayloadConverter } from '@temporalio/common';
import { Log } from '../boot/log';
import { currentScope } from '../clock/scope';
import { DomainError } from '../http/domain-error';
import { Metrics } from '../metrics/metrics';
import { ActivityJournal, failureOf } from './activity-journal';
import { RefusalMetrics } from './refusal-metrics';

const log = Log.of('spec', 'silent');

describe('an activity', () => {
  const metrics = new Metrics();
  const refusals = new RefusalMetrics(metrics);
  const run = (input: unknown, fn: () => Promise<unknown>, activityType = 'escalate') => {
    const inbound = (context: Context) => ({ inbound: new ActivityJournal(context, log, refusals) });
    return new MockActivityEnvironment({ activityType }, { interceptors: [inbound] }).run(fn, input);
  };

  it('runs in the instant the workflow named', async () => {
    const instant = await run({ serial: 'S1', after: 3, at: '2023-08-25T16:00:00.000Z' }, async () => currentScope().instant);

    expect(instant).toBe('2023-08-25T16:00:00.000Z');
  });

  it('has no instant when the workflow named none', async () => {
    expect(await run({ serial: 'S1', after: 0 }, async () => currentScope().instant)).toBeUndefined();
  });

  it('is a part of the trace that the workflow names, and otherwise has an id of its own for the log', async () => {
    const header = defaultPayloadConverter.toPayload('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
    const told = { args: [{}], headers: { traceparent: header } };
    const journal = new ActivityJournal({ info: { activityType: 'escalate', activityId: '1', attempt: 1 } } as Context, log, refusals);

    const traced = await journal.execute(told, async () => currentScope());
    const untraced = await run({}, async () => currentScope().spanId);

    expect(traced).toMatchObject({ traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' });
    expect(untraced).toBeUndefined();
  });

  it('fails for good with its code when it is refused', async () => {
    const refused = run({}, () => Promise.reject(new DomainError('NOT_YET_DUE', { dueAt: '2023-08-25T16:00:00.000Z' })));

    await expect(refused).rejects.toMatchObject({
      type: 'NOT_YET_DUE',
      nonRetryable: true,
      details: [{ dueAt: '2023-08-25T16:00:00.000Z' }],
    });
  });

  it('is counted when it is refused for good, and not when it is tried again', async () => {
    const fails = (error: Error) => run({}, () => Promise.reject(error), 'counted').catch(() => undefined);
    await fails(new DomainError('WINDOW_CUT_OFF'));
    await fails(new DomainError('WINDOW_CUT_OFF'));
    await fails(new DomainError('BUSY'));
    await fails(new TypeError('a bug'));

    const lines = (await metrics.text()).split('\n').filter((line) => line.includes('activity="counted"'));
    expect(lines).toEqual(['dengke_activities_refused_total{activity="counted",code="WINDOW_CUT_OFF"} 2']);
  });

  it.each(['BUSY', 'UNAVAILABLE'] as const)('is tried again when something is %s', (code) => {
    expect(failureOf(new DomainError(code))).toMatchObject({ type: code, nonRetryable: false });
  });

  it('is tried again after the unforeseen, of which a history hears only the kind', () => {
    const failure = failureOf(new TypeError('张三 13900000000'));

    expect(failure).toMatchObject({ type: 'UNEXPECTED', nonRetryable: false, message: 'TypeError' });
    expect(failure).toBeInstanceOf(ApplicationFailure);
  });

  it('lets Temporal’s own failures through', () => {
    const cancelled = new CancelledFailure('cancelled');

    expect(failureOf(cancelled)).toBe(cancelled);
  });
});
