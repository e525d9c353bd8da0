import { eventually } from '@dengke/test-kit';
import type { WorkflowProgress } from '@dengke/contract';
import type { DemonstrationPeople } from '../src/demonstration-people';
import { demonstrationPeople } from '../src/demonstration-people';
import type { TimelineEntry } from '../src/walk';
import { Walk } from '../src/walk';
import { aStack } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';
import { expectFollowedToTheEnd, expectNothingLostOrDoubled } from '../testing/nothing-lost';
import { Watcher } from '../testing/watcher';

describe('the workflow of a submission', () => {
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

  it('follows everything that people did while Temporal stood still', async () => {
    let stoodStill = 0;
    const walk = new Walk({
      address: stack.addresses.publicUrl,
      people,
      before: (act, part) => {
        if (act === 'release') {
          stack.kill('temporal', 'SIGSTOP');
          stoodStill = performance.now();
        }
        if (act === 'approve') {
          expect(part).toBe('department');
        }
      },
      onEntry: ({ act }: TimelineEntry) => {
        if (act === 'approve') {
          stack.kill('temporal', 'SIGCONT');
          stoodStill = performance.now() - stoodStill;
        }
      },
    });

    const walked = await walk.toTheEnd();

    const between = walked.timeline.filter(({ number }) => number >= 4 && number <= 19);
    expect(between.map(({ act }) => act)).toEqual(expect.arrayContaining(['release', 'recommend', 'approve']));
    expect(stoodStill).toBeGreaterThan(0);
    await expectNothingLostOrDoubled(walked, watcher);
    await expectFollowedToTheEnd(walked, watcher);
  }, 90_000);

  it('that was thrown away in the middle is rebuilt from the ledger with the same timer', async () => {
    let before: WorkflowProgress | null = null;
    let after: WorkflowProgress | null = null;
    const walk = new Walk({
      address: stack.addresses.publicUrl,
      people,
      before: async (act, part, serial) => {
        if (part === 'organiser' && act === 'claim') {
          before = await followedTo(10, serial ?? '');
          await watcher.workflow(serial ?? '').terminate('thrown away by a test');
        }
        if (part === 'organiser' && act === 'receivePaper') {
          after = await followedTo(12, serial ?? '');
        }
      },
    });
    const followedTo = (number: number, serial: string): Promise<WorkflowProgress> =>
      eventually(async () => {
        const progress = await watcher.followed(serial);
        expect(progress.lastFact).toBe(number);
        return progress;
      }, 30_000);

    const walked = await walk.toTheEnd();

    expect(before).toMatchObject({ state: 'in-review', lastFact: 10 });
    expect(after).toEqual({ ...(before as unknown as WorkflowProgress), lastFact: 12 });
    await expectNothingLostOrDoubled(walked, watcher);
    await expectFollowedToTheEnd(walked, watcher);
  }, 90_000);
});
