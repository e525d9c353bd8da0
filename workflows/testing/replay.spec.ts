import { workflowTypes } from '@dengke/contract';
import { defaultPayloadConverter } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import type { ReplayResult } from '@temporalio/worker';
import { archived } from './archive';
import { incompatibleBundle, workflowBundle } from './config';
import { journeys } from './journeys';
import { quiet } from './temporal-setup';

/** `<name>: <error>` of each archived history that the code of a bundle does not replay. */
async function refusedBy(codePath: string, histories = archived()): Promise<string[]> {
  quiet();
  const nameOf = ({ workflowId }: ReplayResult): string => workflowId;
  const failed: string[] = [];
  const results = Worker.runReplayHistories(
    { workflowBundle: { codePath }, replayName: 'archive' },
    histories.map(({ name, history }) => ({ workflowId: name, history })),
  );
  for await (const result of results) {
    if (result.error !== undefined) {
      failed.push(`${nameOf(result)}: ${result.error.name}`);
    }
  }
  return failed;
}

describe('the archive of histories', () => {
  it('holds one of every outcome and every way there', () => {
    expect(
      archived()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(journeys).sort());
  });

  it('replays on the present code: open submissions survive its release', async () => {
    expect(await refusedBy(workflowBundle)).toEqual([]);
  }, 60_000);

  it('replays what was told within a trace, as what runs with a collector is', async () => {
    const traceparent = defaultPayloadConverter.toPayload('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
    const traced = archived();
    const signals = traced
      .flatMap(({ history }) => history.events ?? [])
      .flatMap((event) => event.workflowExecutionSignaledEventAttributes ?? []);
    signals.forEach((signal) => (signal.header = { fields: { traceparent } }));

    expect(signals.length).toBeGreaterThan(50);
    expect(await refusedBy(workflowBundle, traced)).toEqual([]);
  }, 60_000);

  it('catches an incompatible edit', async () => {
    expect((await refusedBy(incompatibleBundle)).sort()).toEqual([
      'reminder-round-with-applications: DeterminismViolationError',
      'reminder-round-with-notices: DeterminismViolationError',
      'reminder-round: DeterminismViolationError',
    ]);
  }, 60_000);

  it('holds a round from before it reminded of applications: what runs survives the change', () => {
    const round = archived().find(({ name }) => name === 'reminder-round');
    const markers = round?.history.events?.filter(({ markerRecordedEventAttributes: marker }) => marker);

    expect(markers).toEqual([]);
  });

  it('holds at least one history of every workflow', () => {
    const types = archived().map(({ history }) => history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name);

    expect([...new Set(types)].sort()).toEqual(Object.values(workflowTypes).sort());
  });
});
