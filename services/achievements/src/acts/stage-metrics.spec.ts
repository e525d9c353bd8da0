import { stageKinds } from '@dengke/contract';
import { at, DeskWorld } from '../../testing/a-desk-world';

const monday = '2023-08-14T02:00:00.000Z';
const wednesday = '2023-08-16T02:00:00.000Z';
const DAY = 86_400;

describe('how long desks took', () => {
  let world: DeskWorld;
  const told = async (what: string): Promise<Record<string, number>> => {
    const lines = (await world.metrics.text()).matchAll(/^dengke_stage_decided_seconds_(\w+)\{(?:le="([^"]+)",)?stage="(\w+)"\} (\d+)$/gm);
    return Object.fromEntries(
      [...lines].filter(([, part, le]) => what === (le ?? part)).map(([, , , stage, value]) => [stage ?? '', Number(value)]),
    );
  };

  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  it('is told for every kind of stage from the start', async () => {
    expect(await told('count')).toEqual(Object.fromEntries(stageKinds.map((kind) => [kind, 0])));
  });

  it('is counted at the decision, also of one that was taken back, and not of one that was refused', async () => {
    const serial = await world.reaches('org-city', monday);
    await expect(world.act(at('org-province'), serial, 'recommend', wednesday)).rejects.toThrow();
    expect(await told('count')).toMatchObject({ unit: 1, municipal: 0 });

    await world.act(at('org-city'), serial, 'recommend', wednesday);
    await world.act(at('org-city'), serial, 'recall', '2023-08-16T03:00:00.000Z');
    expect([await told('count'), await told('sum')]).toMatchObject([{ municipal: 1, organiser: 0 }, { municipal: 2 * DAY }]);
    expect([await told(String(DAY)), await told(String(2 * DAY))]).toMatchObject([{ municipal: 0 }, { municipal: 1 }]);

    await world.act(at('org-city'), serial, 'recommend', '2023-08-17T02:00:00.000Z');
    expect([await told('count'), await told('sum')]).toMatchObject([{ municipal: 2 }, { municipal: 5 * DAY }]);
  });
});
