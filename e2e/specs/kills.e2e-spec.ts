import type { SubmissionAct } from '@dengke/contract';
import type { Part as Process } from '@dengke/local';
import { eventually } from '@dengke/test-kit';
import type { DemonstrationPeople } from '../src/demonstration-people';
import { demonstrationPeople } from '../src/demonstration-people';
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

describe('a process that is killed in the middle of the journey', () => {
  let stack: StackForSpecs;
  let people: DemonstrationPeople;
  let watcher: Watcher;

  beforeAll(async () => {
    [stack, people] = await Promise.all([aStack(), demonstrationPeople()]);
    watcher = await Watcher.at(stack.addresses);
  }, 120_000);
  afterAll(async () => {
    await watcher.close();
    await stack.release();
  }, 60_000);

  it.each<Process>(['worker', 'achievements', 'temporal', 'mariadb', 'accounts', 'notifications', 'gateway'])(
    'is started again, and nothing is lost or doubled: %s',
    async (victim) => {
      const kills: number[] = [];
      const walk = new Walk({
        address: stack.addresses.publicUrl,
        people,
        before: async (act, part) => {
          if (killedAt.some(([killedAct, killedPart]) => killedAct === act && killedPart === part)) {
            kills.push(await untilItRuns(stack, victim));
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
      await untilItRuns(stack, victim);
    },
    90_000,
  );
});

/** The process to kill, by its id: a new one each time. */
function untilItRuns(stack: StackForSpecs, process: Process): Promise<number> {
  return eventually(() => {
    const pid = stack.pid(process);
    return pid ?? false;
  }, 30_000) as Promise<number>;
}
