import { at } from '../../testing/a-desk-world';
import { ReportWorld } from '../../testing/a-report-world';

const monday = '2023-08-07T02:00:00.000Z';
const later = '2023-08-07T04:00:00.000Z';
const tuesday = '2023-08-08T02:00:00.000Z';

describe('a bundle on its way to the national registry', () => {
  let world: ReportWorld;
  beforeAll(async () => {
    world = await ReportWorld.begin();
  });
  beforeEach(() => world.registry.behaves());
  afterAll(() => world.end());

  const numberOf = async (serial: string) => (await world.desks.row(serial)).registrationNumber;

  it('is sent, and each item that the registry takes in is acknowledged by the judge [S34 S67 P37]', async () => {
    const { bundleId, serials } = await world.sealed(monday, 2);

    const sent = await world.send(bundleId, later);

    expect(sent).toMatchObject({ nextAt: null, fault: null });
    expect(await world.story(bundleId)).toEqual([
      ...['open → collecting', 'close → closed', 'seal → sealed', 'send → sent', 'answer → sent', 'answer → settled'],
    ]);
    for (const serial of serials) {
      expect(await world.desks.row(serial)).toMatchObject({ state: 'reported', stage: null, dueAt: null });
      expect((await world.desks.acts.factsAfter(serial, 6)).map(({ act, by }) => [act, by])).toEqual([['acknowledge', null]]);
      expect(await world.itemOf(serial)).toMatchObject({ state: 'acknowledged', receipt: expect.stringMatching(/^N\d{8}$/) as string });
    }
  });

  it('has one effect when the reply is lost: the same content under the same ids is sent again [P37]', async () => {
    await world.registry.behaves({ loseReplies: 2 });
    const { bundleId, serials } = await world.sealed(monday);
    const [serial = ''] = serials;

    const first = await world.send(bundleId, later);
    const second = await world.send(bundleId, later);
    expect([first.fault, second.fault]).toEqual(['UNREACHABLE', 'UNREACHABLE']);
    expect(await world.desks.row(serial)).toMatchObject({ state: 'registered', stage: 'ministry' });
    await world.send(bundleId, later);

    const { effects } = (await world.registry.entryOf(await numberOf(serial))) ?? {};
    expect(effects).toEqual([{ itemId: `${serial}-6`, kind: 'registration', bundleId }]);
    expect(await world.desks.row(serial)).toMatchObject({ state: 'reported' });
  });

  it('is tried again ever more seldom while the registry is down, up to an hour, and nothing else is undone [P37]', async () => {
    const { bundleId, serials } = await world.sealed(monday);
    await world.registry.down();

    const pauses: number[] = [];
    for (let tries = 0; tries < 9; tries += 1) {
      const { nextAt, fault } = await world.send(bundleId, later);
      expect(fault).toBe('UNREACHABLE');
      pauses.push((Date.parse(nextAt ?? '') - Date.parse(later)) / 1_000);
    }
    await world.registry.up();

    expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
    expect(await world.bundle(bundleId)).toMatchObject({ state: 'sealed', attempts: 9, lastFault: 'UNREACHABLE' });
    expect(await world.desks.row(serials[0] ?? '')).toMatchObject({
      state: 'registered',
      registrationNumber: expect.any(String) as string,
    });
    expect(await world.send(bundleId, later)).toMatchObject({ fault: null });
  });

  it.each([503, 429, 401])('waits when the registry answers %i, and says so to those who look', async (status) => {
    await world.registry.behaves({ refuse: { status, times: 1 } });
    const { bundleId } = await world.sealed(monday);

    expect(await world.send(bundleId, later)).toMatchObject({ fault: `ANSWERED_${status}`, nextAt: '2023-08-07T04:00:30.000Z' });
    expect(await world.send(bundleId, later)).toMatchObject({ fault: null });
  });

  it('comes back item by item: the department mends what was returned, and number and approval stay [P37]', async () => {
    const { bundleId, serials } = await world.sealed(monday, 2);
    const [returned = '', taken = ''] = serials;
    const number = await numberOf(returned);
    await world.registry.behaves({ items: { [number ?? '']: { answer: 'returned', reason: '附件缺页' } } });

    await world.send(bundleId, later);

    expect(await world.desks.row(taken)).toMatchObject({ state: 'reported' });
    expect(await world.desks.row(returned)).toMatchObject({ state: 'registered', stage: 'department', registrationNumber: number });
    const entry = (await world.desks.ledger.timeline(`submission/${returned}`)).at(-1);
    expect(entry).toMatchObject({ kind: 'returnReport', by: null, organisationId: 'org-ministry', text: { reason: '附件缺页' } });
    expect((await world.bundle(bundleId)).state).toBe('settled');

    await world.desks.act(at('org-department'), returned, 'reportAgain', tuesday);
    const again = await world.itemOf(returned);
    expect(again).toMatchObject({ id: `${returned}-8`, state: 'waiting', registrationNumber: number });
    expect(again.bundleId).not.toBe(bundleId);
    const next = { bundleId: again.bundleId, after: 0, at: tuesday };
    await world.bundles.close(next);
    await world.bundles.seal(next);
    await world.bundles.send(next);
    expect(await world.desks.row(returned)).toMatchObject({ state: 'reported', registrationNumber: number });
    expect((await world.registry.entryOf(number))?.effects).toHaveLength(1);
  });

  it('brings an item back that the registry’s machine cannot take in, with what it said', async () => {
    const { bundleId, serials } = await world.sealed(monday);
    const number = (await numberOf(serials[0] ?? '')) ?? '';
    await world.registry.behaves({ items: { [number]: { answer: 'refused', reason: '' } } });

    await world.send(bundleId, later);

    const entry = (await world.desks.ledger.timeline(`submission/${serials[0]}`)).at(-1);
    expect(entry).toMatchObject({ kind: 'returnReport', text: { reason: '国家科技成果网未能接收，未说明原因' } });
  });

  it('is asked about until the registry has decided, ever more seldom, and an answer given twice counts once', async () => {
    await world.registry.behaves({ decidesAfterAsked: 3 });
    const { bundleId, serials } = await world.sealed(monday);
    const [serial = ''] = serials;

    expect(await world.send(bundleId, later)).toMatchObject({ nextAt: '2023-08-07T04:00:30.000Z', fault: null });
    expect((await world.ask(bundleId, later)).nextAt).toBe('2023-08-07T04:00:30.000Z');
    expect((await world.ask(bundleId, later)).nextAt).toBe('2023-08-07T04:01:00.000Z');
    await Promise.all([world.ask(bundleId, tuesday), world.ask(bundleId, tuesday)]);
    expect((await world.ask(bundleId, tuesday)).nextAt).toBeNull();

    expect((await world.desks.story(serial)).filter((act) => act === 'acknowledge')).toHaveLength(1);
    expect((await world.story(bundleId)).filter((told) => told.startsWith('answer'))).toEqual(['answer → settled']);
  });

  it('is handed over again when the registry has lost it, and what it knows by number has no second effect [P37]', async () => {
    await world.registry.behaves({ decidesAfterAsked: 1 });
    const { bundleId, serials } = await world.sealed(monday);
    await world.send(bundleId, later);
    await world.registry.losesItsBundles();

    expect(await world.ask(bundleId, later)).toMatchObject({ fault: null });
    await world.ask(bundleId, tuesday);

    expect((await world.registry.entryOf(await numberOf(serials[0] ?? '')))?.effects).toHaveLength(1);
    expect((await world.bundle(bundleId)).state).toBe('settled');
  });

  it('leaves the ministry’s people their say: whoever answers first has answered [P29]', async () => {
    await world.registry.behaves({ decidesAfterAsked: 1 });
    const { bundleId, serials } = await world.sealed(monday, 2);
    const [byHand = '', byRegistry = ''] = serials;
    await world.send(bundleId, later);

    await world.desks.act(at('org-ministry'), byHand, 'returnReport', later);
    await world.ask(bundleId, tuesday);

    expect(await world.desks.row(byHand)).toMatchObject({ state: 'registered', stage: 'department' });
    expect(await world.desks.row(byRegistry)).toMatchObject({ state: 'reported' });
    expect((await world.bundle(bundleId)).state).toBe('settled');
  });
});
