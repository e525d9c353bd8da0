import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { DomainError } from '@dengke/service-kit';
import { aProvince } from '../../testing/a-province';
import { brokenIn, outside } from '../../testing/invariants';
import { drawn, someSteps } from '../../testing/random-changes';
import type { Step } from '../../testing/random-changes';
import { lintGraphs } from '../organisations/graph-lint';
import { graphsOf } from '../routes/graph-picture';
import type { GraphPicture } from '../routes/graph-picture';
import { withAppointments } from './picture-edits';
import { planChange } from './plan';

const seed = randomInt(2 ** 31);
const aBranch = fc.record({ bureaus: fc.integer({ min: 1, max: 3 }), unitsEach: fc.integer({ min: 1, max: 3 }) });
const someBranches = fc.array(aBranch, { minLength: 3, maxLength: 3 });

interface Walk {
  picture: GraphPicture;
  done: string[];
}

/** The step as it would go: what is refused, by whom it may not be done or for a fault it would leave, changes nothing. */
function after({ picture, done }: Walk, step: Step, at: number): Walk {
  const request = drawn(picture, step);
  if (request === null) {
    return { picture, done };
  }
  if ('issue' in request) {
    const isCrowned = picture.positions.some(
      ({ organisationId, role }) => organisationId === request.issue.organisationId && role === 'superAdmin',
    );
    const refused = request.issue.role === 'superAdmin' && isCrowned;
    return refused ? { picture, done } : { picture: withAppointments(picture, [request.issue]), done: [...done, 'issue'] };
  }
  try {
    const { organisationId } = request.by;
    const plan = planChange(picture, organisationId, request.change, `made-${at}`);
    expect(outside(picture, organisationId, plan)).toEqual([]);
    return plan.faults.length > 0 ? { picture, done } : { picture: plan.after, done: [...done, request.change.kind] };
  } catch (refusal) {
    if (refusal instanceof DomainError) {
      return { picture, done };
    }
    throw refusal;
  }
}

describe('random changes of a province of three branches', () => {
  it('leave no orphan, no circle, one super administrator each and nobody in what is closed, and touch nothing elsewhere [P7 S57 S58]', () => {
    const kinds = new Map<string, number>();
    const walks = fc.property(someBranches, someSteps(40), (branches, steps) => {
      let walk: Walk = { picture: aProvince(branches), done: [] };
      for (const [at, step] of steps.entries()) {
        walk = after(walk, step, at);
        expect(brokenIn(walk.picture)).toEqual([]);
        expect(lintGraphs(graphsOf(walk.picture))).toEqual([]);
      }
      walk.done.forEach((kind) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
    });
    process.stdout.write(`seed ${seed}\n`);
    fc.assert(walks, { seed, numRuns: 250 });

    expect([...kinds.keys()].sort()).toEqual(['close', 'handOver', 'issue', 'merge', 'revoke', 'split', 'transfer']);
  });

  it('start from a province with which nothing is wrong', () => {
    const branches = [1, 2, 3].map((bureaus) => ({ bureaus, unitsEach: 2 }));
    expect(brokenIn(aProvince(branches))).toEqual([]);
    expect(lintGraphs(graphsOf(aProvince(branches)))).toEqual([]);
  });
});
