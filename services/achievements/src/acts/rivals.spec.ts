import { at, DeskWorld, submitter, unitAdmin } from '../../testing/a-desk-world';

const monday = '2023-08-07T02:00:00.000Z';

describe('two at one stage', () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  it('one of 24 decides, the others get a conflict with what stands now [P29]', async () => {
    const serial = await world.reaches('org-city', monday);
    const rivals = Array.from({ length: 24 }, (_, index) =>
      world.act(at('org-city', `rival-${index}`), serial, index % 2 ? 'recommend' : 'return', monday),
    );
    const outcomes = await Promise.allSettled(rivals);

    const losers = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map(({ reason }) => reason as { code: string; details: object });
    expect(losers).toHaveLength(23);
    expect(new Set(losers.map(({ code }) => code))).toEqual(new Set(['STAGE_ALREADY_DECIDED']));
    expect(losers[0]?.details).toMatchObject({ current: { serial, lastFact: 3 } });
    expect(await world.story(serial)).toHaveLength(3);
  });

  it('a repeated key gives the first answer, with another body it is refused, and 16 at once have one effect [P29]', async () => {
    const serial = await world.reaches('org-city', monday);
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => world.act(at('org-city'), serial, 'claim', monday, {}, 'same-key-1')),
    );
    await world.act(at('org-city'), serial, 'recommend', monday);
    const later = await world.act(at('org-city'), serial, 'claim', monday, {}, 'same-key-1');

    expect(new Set([...answers, later].map((answer) => JSON.stringify(answer))).size).toBe(1);
    await expect(world.act(at('org-city'), serial, 'claim', monday, { reason: '另' }, 'same-key-1')).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await world.story(serial)).toEqual(['submit', 'release', 'claim', 'recommend']);
  });

  it('what one has claimed another leaves alone, until it is handed over [P29]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(at('org-city', 'one'), serial, 'claim', monday);
    await expect(world.act(at('org-city', 'two'), serial, 'recommend', monday)).rejects.toMatchObject({ code: 'CLAIMED_BY_ANOTHER' });
    await expect(world.act(at('org-city', 'two'), serial, 'reassign', monday, { toPersonId: 'org-city-two' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });

    await world.act(at('org-city', 'one'), serial, 'reassign', monday, { toPersonId: 'org-city-two' });
    await expect(world.act(at('org-city', 'one'), serial, 'recommend', monday)).rejects.toMatchObject({ code: 'CLAIMED_BY_ANOTHER' });
    expect(await world.act(at('org-city', 'two'), serial, 'recommend', monday)).toMatchObject({ stage: 'organiser' });
  });

  it('an act on another stage or round than the caller saw is a conflict [P29]', async () => {
    const serial = await world.reaches('org-city', monday);
    const seen = { stage: 'municipal', round: 2 } as const;
    await expect(world.act(at('org-city'), serial, 'open', monday, { seen })).rejects.toMatchObject({ code: 'STAGE_ALREADY_DECIDED' });
    expect(await world.act(at('org-city'), serial, 'open', monday, { seen: { stage: 'municipal', round: 1 } })).toMatchObject({
      stage: 'municipal',
    });
  });

  it('a desk takes its own decision back until the next has opened it, and keeps its deadline', async () => {
    const serial = await world.reaches('org-city', monday);
    const { dueAt } = await world.row(serial);
    await world.act(at('org-city'), serial, 'recommend', '2023-08-09T02:00:00.000Z');
    await expect(world.act(at('org-city', 'two'), serial, 'recall', '2023-08-09T03:00:00.000Z')).rejects.toMatchObject({
      code: 'ACT_NOT_PERMITTED',
    });
    expect(await world.act(at('org-city'), serial, 'recall', '2023-08-09T03:00:00.000Z')).toMatchObject({ stage: 'municipal', dueAt });

    await world.act(at('org-city'), serial, 'recommend', '2023-08-09T04:00:00.000Z');
    await world.act(at('org-province'), serial, 'open', '2023-08-09T05:00:00.000Z');
    await expect(world.act(at('org-city'), serial, 'recall', '2023-08-09T06:00:00.000Z')).rejects.toMatchObject({ code: 'ALREADY_OPENED' });
    await expect(world.act(at('org-city', 'two'), serial, 'recall', '2023-08-09T06:00:00.000Z')).rejects.toMatchObject({
      code: 'ACT_NOT_PERMITTED',
    });
  });

  it('in the stead of whoever decided, the super administrator of that desk may take it back, and no other', async () => {
    const serial = await world.reaches('org-province', monday);
    for (const other of [at('org-province', 'head', 'superAdmin'), at('org-department', 'head', 'superAdmin')]) {
      await expect(world.act(other, serial, 'recall', monday)).rejects.toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    }
    expect(await world.act(at('org-city', 'head', 'superAdmin'), serial, 'recall', monday)).toMatchObject({ stage: 'municipal' });
  });

  it('nobody reviews an achievement of his own, nor decides two stages of one submission [P30]', async () => {
    const own = await world.reaches('org-city', monday, { submitterId: at('org-city', 'double').personId });
    await expect(world.act(at('org-city', 'double'), own, 'recommend', monday)).rejects.toMatchObject({ code: 'OWN_SUBMISSION' });

    const twice = await world.reaches('org-province', monday);
    const sameClerk = { ...at('org-province'), personId: at('org-city').personId };
    await expect(world.act(sameClerk, twice, 'recommend', monday)).rejects.toMatchObject({ code: 'SECOND_STAGE' });
  });

  it('every entry stands in one unbroken chain: who, for which organisation, what, when [P30]', async () => {
    const serial = await world.reaches('org-ministry', monday);
    expect(await world.ledger.verify(`submission/${serial}`)).toBeNull();

    const [, release] = await world.ledger.timeline(`submission/${serial}`);
    expect(release).toMatchObject({ kind: 'release', by: unitAdmin.personId, organisationId: 'unit-a', at: monday });
  });

  it('each of those who wait urges a desk once a working day: the weekend counts to Monday, another desk anew [P31]', async () => {
    const serial = await world.reaches('org-city', monday);
    const urge = (day: string, me = submitter) => world.act(me, serial, 'urge', `2023-08-${day}T02:00:00.000Z`, { reason: '请尽快' });
    await urge('11');
    await expect(urge('11')).rejects.toMatchObject({ code: 'URGED_TODAY' });
    await urge('11', unitAdmin);
    await urge('12');
    await expect(urge('14')).rejects.toMatchObject({ code: 'URGED_TODAY' });
    await urge('15');
    await world.act(at('org-city'), serial, 'recommend', '2023-08-15T03:00:00.000Z');
    await world.act(submitter, serial, 'urge', '2023-08-15T04:00:00.000Z', { reason: '请尽快' });
  });

  it('those who wait may urge; a desk may not urge itself', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.act(submitter, serial, 'urge', monday, { reason: '请尽快' });
    await expect(world.act(at('org-city'), serial, 'urge', monday)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(world.act(at('org-province'), serial, 'urge', monday)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
