import type { SubmissionAct, WorkflowProgress } from '@dengke/contract';
import type { Part as Process } from '@dengke/local';
import { eventually } from '@dengke/test-kit';
import type { DemonstrationPeople } from '../src/demonstration-people';
import { demonstrationPeople } from '../src/demonstration-people';
import type { WalkSettings } from '../src/walk';
import { Walk } from '../src/walk';
import { aStack } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';
import { expectFollowedToTheEnd, expectNothingLostOrDoubled, expectToldOnce } from '../testing/nothing-lost';
import { Watcher } from '../testing/watcher';

/** Killed while the municipal bureau claims, and again while the department approves, which the report-up follows. */
const killedAt: [SubmissionAct, string][] = [
  ['claim', 'municipal'],
  ['approve', 'department'],
];

/** One after the other on one stack: each disturbs all of it. */
describe('the journey', () => {
  let stack: StackForSpecs;
  let people: DemonstrationPeople;
  let watcher: Watcher;
  const walkWith = (hooks: Pick<WalkSettings, 'before' | 'onEntry'>) => new Walk({ address: stack.addresses.publicUrl, people, ...hooks });

  beforeAll(async () => {
    [stack, people] = await Promise.all([aStack(), demonstrationPeople()]);
    watcher = await Watcher.at(stack.addresses);
  }, 120_000);
  afterAll(async () => {
    await watcher.close();
    await stack.release();
  }, 60_000);

  it.each<Process>(['worker', 'achievements', 'temporal', 'mariadb', 'accounts', 'notifications', 'gateway'])(
    'loses and doubles nothing when a process is killed in its middle and started again: %s [P29]',
    async (victim) => {
      const kills: number[] = [];
      /** An act that is asked for its reasons is sent again, and is killed once all the same. */
      const left = new Set(killedAt.map(String));
      const walk = walkWith({
        before: async (act, part) => {
          if (left.delete(String([act, part]))) {
            kills.push(await pidOnceItRuns(stack, victim));
            // Not waited for: the act and the kill race, which is the point.
            setTimeout(() => stack.kill(victim, 'SIGKILL'), Math.random() * 6);
          }
        },
      });

      const walked = await walk.toTheEnd();

      expect(new Set(kills).size).toBe(2);
      await expectNothingLostOrDoubled(walked, watcher);
      await expectFollowedToTheEnd(walked, watcher);
      await expectToldOnce(walked, stack.addresses.publicUrl, people, walk.cast.completer.login);
    },
    90_000,
  );

  it('goes on while Temporal stands still, and the workflow follows all of it afterwards', async () => {
    const meanwhile: SubmissionAct[] = [];
    let standsStill = false;
    const walk = walkWith({
      before: (act) => {
        if (act === 'release') {
          stack.kill('temporal', 'SIGSTOP');
          standsStill = true;
        }
      },
      onEntry: ({ act }) => {
        if (standsStill) {
          meanwhile.push(act);
        }
        if (act === 'approve') {
          stack.kill('temporal', 'SIGCONT');
          standsStill = false;
        }
      },
    });

    const walked = await walk.toTheEnd();

    expect(meanwhile).toHaveLength(16);
    await expectNothingLostOrDoubled(walked, watcher);
    await expectFollowedToTheEnd(walked, watcher);
  }, 90_000);

  it('goes on when its workflow is thrown away in the middle: it is rebuilt from the ledger with the same timer', async () => {
    const seen: WorkflowProgress[] = [];
    const walk = walkWith({
      before: async (act, part, serial) => {
        if (part === 'organiser' && act === 'claim') {
          seen.push(await followedTo(10, serial));
          await watcher.workflow(serial ?? '').terminate('thrown away by a test');
        }
        if (part === 'organiser' && act === 'receivePaper') {
          seen.push(await followedTo(12, serial));
        }
      },
    });
    const followedTo = (number: number, serial: string | null): Promise<WorkflowProgress> =>
      eventually(async () => {
        const progress = await watcher.followed(serial ?? '');
        expect(progress.lastFact).toBe(number);
        return progress;
      }, 30_000);

    const walked = await walk.toTheEnd();

    const [before, after] = seen;
    expect(before).toMatchObject({ state: 'in-review', waitsUntil: expect.stringMatching(/Z$/) as string });
    expect(after).toEqual({ ...before, lastFact: 12 });
    await expectNothingLostOrDoubled(walked, watcher);
    await expectFollowedToTheEnd(walked, watcher);
  }, 90_000);
});

/** The process to kill, by its id: a new one each time. */
const pidOnceItRuns = (stack: StackForSpecs, process: Process): Promise<number> =>
  eventually(() => {
    const pid = stack.pid(process);
    expect(pid).toBeDefined();
    return pid ?? 0;
  }, 30_000);
