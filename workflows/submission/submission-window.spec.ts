import { submissionWorkflowId } from '@dengke/contract';
import { h1 } from '../testing/h1-2023';
import { minute } from '../testing/instants';
import { Ledger } from '../testing/ledger';
import { rBureau, rCity } from '../testing/routes';
import { placeOf } from '../testing/timeline';
import { World } from '../testing/world';

/** The days around the cut-off are played once; each specification looks at its own submission. */
describe('a submission in the window of the first half of 2023', () => {
  let world: World;
  const timeline = (serial: string): string[] =>
    world.ledger.submissions.facts(serial).map((fact) => `${minute(fact.at)} ${fact.act} → ${placeOf(fact)} (${fact.mode})`);

  beforeAll(async () => {
    world = await World.on('2023-08-16T01:00:00Z', new Ledger({ unit: 5, municipal: 10, organiser: 10 }));
    await world.passTo('2023-08-20T01:00:00Z');
    for (const [serial, legs] of [
      ['KEEPS', rCity],
      ['IN-TIME', rBureau],
      ['TOO-LATE', rBureau],
      ['RETURNED', rCity],
      ['BOTH', rCity],
    ] as const) {
      await world.submit({ serial, legs, window: h1 });
    }
    for (const serial of ['KEEPS', 'IN-TIME', 'TOO-LATE', 'RETURNED']) {
      await world.act(serial, 'release');
    }
    await world.act('RETURNED', 'return');
    await world.passTo('2023-08-24T01:00:00Z');
    await world.client.workflow.getHandle(submissionWorkflowId('BOTH')).terminate('thrown away');
    await world.passTo('2023-08-25T15:59:00Z');
    await world.act('IN-TIME', 'recommend', '2023-08-25T15:59:59.999Z');
    world.relaying = false;
    world.ledger.submissions.act('TOO-LATE', 'recommend', '2023-08-25T16:00:00.000Z');
    world.relaying = true;
    await world.passTo('2023-08-26T04:00:00Z');
    await world.act('RETURNED', 'resubmit');
    await world.signal([world.ledger.submissions.last('BOTH')]);
    await world.passTo('2023-09-01T01:00:00Z');
  }, 120_000);
  afterAll(() => world.close());

  it('is carried over at the cut-off, keeps its place and its deadline, and is nobody’s refusal [P13 S77]', () => {
    expect(timeline('KEEPS')).toEqual([
      '2023-08-20 01:00 submit → unit (window)',
      '2023-08-20 01:00 release → municipal (window)',
      '2023-08-25 16:00 carryOver → municipal (rolling)',
      '2023-08-30 01:00 escalate → municipal (rolling)',
    ]);
  });

  it('is in time until the last instant of 25 August, and not an instant longer [P12 S77]', () => {
    expect(timeline('IN-TIME').at(2)).toBe('2023-08-25 15:59 recommend → department (window)');
    expect(world.ledger.submissions.facts('IN-TIME').map(({ act }) => act)).not.toContain('carryOver');

    expect(timeline('TOO-LATE').slice(2, 4)).toEqual([
      '2023-08-25 16:00 carryOver → organiser (rolling)',
      '2023-08-25 16:00 recommend → department (rolling)',
    ]);
    expect(world.ledger.submissions.facts('TOO-LATE')[3]?.at).toBe('2023-08-25T16:00:00.000Z');
  });

  it('goes on in rolling intake when the cut-off passes while it is with the completer, and resumes where it was returned [P13 P26]', () => {
    expect(timeline('RETURNED').slice(2)).toEqual([
      '2023-08-20 01:00 return → returned (window)',
      '2023-08-25 16:00 carryOver → returned (rolling)',
      '2023-08-26 04:00 resubmit → municipal (rolling)',
    ]);
  });

  it('is carried over first and then escalated, when both fell due while nobody watched [P13 P31]', () => {
    expect(timeline('BOTH')).toEqual([
      '2023-08-20 01:00 submit → unit (window)',
      '2023-08-26 04:00 carryOver → unit (rolling)',
      '2023-08-26 04:00 escalate → unit (rolling)',
    ]);
  });
});
