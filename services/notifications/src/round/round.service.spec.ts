import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { reminderRoundWorkflowId } from '@dengke/contract';
import { Log, readConfig } from '@dengke/service-kit';
import type { TemporalClient } from '@dengke/service-kit';
import { anEnvironment, eventually } from '@dengke/test-kit';
import { NotificationsConfig } from '../config';
import { RoundService } from './round.service';

/** A Temporal that answers each start in turn, and refuses a second start of a running workflow as the real one does. */
class SpecTemporal {
  readonly starts: { type: string; options: Record<string, unknown> }[] = [];
  constructor(private readonly answers: (Error | 'started')[]) {}

  call = async (fn: (client: unknown) => Promise<unknown>): Promise<unknown> =>
    fn({
      workflow: {
        start: async (type: string, options: Record<string, unknown>) => {
          this.starts.push({ type, options });
          const answer = this.answers.shift() ?? 'started';
          if (answer !== 'started') {
            throw answer;
          }
        },
      },
    });
}

function aRound(temporal: SpecTemporal, profile = 'local'): RoundService {
  const config = readConfig(
    NotificationsConfig,
    anEnvironment({ DENGKE_PROFILE: profile, DENGKE_MAIL_URL: 'smtp://127.0.0.1:1', DENGKE_FILES_DIR: '/nowhere' }),
  );
  return new RoundService(temporal as unknown as TemporalClient, config, Log.of('spec', 'silent'));
}

describe('starting the reminder round', () => {
  it('waits for Temporal in the background and then starts it, by its one id', async () => {
    const temporal = new SpecTemporal([new Error('14 UNAVAILABLE'), new Error('14 UNAVAILABLE'), 'started']);
    const round = aRound(temporal);
    round.onApplicationBootstrap();
    await eventually(() => temporal.starts.length === 3);
    await round.beforeApplicationShutdown();

    expect(temporal.starts[2]?.type).toBe('reminderRound');
    expect(temporal.starts[2]?.options).toMatchObject({
      workflowId: reminderRoundWorkflowId,
      taskQueue: 'registration',
      args: [{}],
    });
  });

  it('is content when it runs already', async () => {
    const temporal = new SpecTemporal([new WorkflowExecutionAlreadyStartedError('running', reminderRoundWorkflowId, 'reminderRound')]);
    const round = aRound(temporal);
    round.onApplicationBootstrap();
    await eventually(() => temporal.starts.length === 1);
    await round.beforeApplicationShutdown();

    expect(temporal.starts).toHaveLength(1);
  });

  it('leaves it to the season in a season', async () => {
    const temporal = new SpecTemporal([]);
    const round = aRound(temporal, 'season');
    round.onApplicationBootstrap();
    await round.beforeApplicationShutdown();

    expect(temporal.starts).toEqual([]);
  });
});
