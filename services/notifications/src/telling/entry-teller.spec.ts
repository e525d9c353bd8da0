import { aHouse, hasOrganisation, hasPerson, mailsSettled, standingAt, withPeople } from '../../testing/a-house';
import type { House } from '../../testing/a-house';

describe('a completer of a second unit', () => {
  let house: House;
  beforeAll(async () => {
    house = await aHouse();
    await withPeople(house);
    hasOrganisation(house, 'unit-partner', 'unit', '某研究院');
    hasPerson(house, 'pan', { 'unit-partner': ['unit', 'unitAdmin'] });
    hasPerson(house, 'ding', { 'unit-partner': ['unit', 'completer'] });
    await house.atRest();
  });
  afterAll(() => house.close());

  async function told(subject: string, kind: string, organisationId: string, detail: object): Promise<[string, string][]> {
    house.achievements.tells({ subject, kind, organisationId, detail: { ...detail } });
    await house.atRest();
    const rows = await house.database.query<{ recipientId: string; subject: string }[]>(
      'SELECT recipientId, subject FROM message WHERE eventKey = ? ORDER BY recipientId',
      [`${subject}#1`],
    );
    return rows.map((row) => [row.recipientId, row.subject]);
  }
  const identified = (serial: string, detail: object = { serial, entry: 'completer/ab12', personId: 'ding' }) =>
    told(`named/${serial}/unit-partner`, 'identify', 'unit-partner', detail);
  const peopleOf = async (...args: Parameters<typeof told>) => (await told(...args)).map(([personId]) => personId);

  it('hears of it when his unit has said who he is, and nobody else does; with the way to his entry [P22]', async () => {
    expect(await identified('2023-000001')).toEqual([
      ['ding', '您单位指明您是申报2023-000001所列的完成人，请核对您的署名，确认或提出异议'],
    ]);
    await mailsSettled(house);
    expect(house.sink.to('ding@demo.example').at(-1)?.text).toContain('/entries/2023-000001');
    expect(await identified('2023-000002', { serial: '2023-000003', entry: 'completer/ab12', personId: 'ding' })).toEqual([]);
  });

  it('is answered himself where he disputed, his administrators as long as nobody was named; the first unit hears the same of both', async () => {
    const detail = { ...standingAt('unit'), entry: 'completer/ab12' };
    const settled = (serial: string, asked: string[]) =>
      peopleOf(`submission/${serial}`, 'settleDispute', 'unit-coal', { ...detail, asked });

    expect(await settled('2023-000011', ['person/ding'])).toEqual(['ding', 'liu']);
    expect(await settled('2023-000012', ['unit/unit-partner'])).toEqual(['liu', 'pan']);
    const disputed = await told('submission/2023-000013', 'dispute', 'unit-partner', detail);
    expect(disputed.map(([personId]) => personId)).toEqual(['liu', 'ma']);
    expect(JSON.stringify(disputed)).not.toMatch(/ding|pan|研究院/);
  });
});
