import { aHouse, mailsSettled, withPeople } from '../../testing/a-house';
import type { House } from '../../testing/a-house';

describe('what the registrar hears of an objection', () => {
  let house: House;
  let last = 0;
  beforeAll(async () => {
    house = await aHouse();
    await withPeople(house);
  });
  afterAll(() => house.close());

  async function told(kind: string, detail: Record<string, unknown> = {}): Promise<string[]> {
    const receipt = `O2023-00000${(last += 1)}`;
    const about = { receipt, serial: '2023-000001', deskId: 'kjt', state: 'received', flaw: null };
    house.achievements.tells({ subject: `objection/${receipt}`, kind, detail: { ...about, ...detail } });
    await house.atRest();
    const rows = await house.database.query<{ recipientId: string; subject: string }[]>(
      'SELECT recipientId, subject FROM message WHERE eventKey = ? ORDER BY recipientId',
      [`objection/${receipt}#1`],
    );
    return rows.map(({ recipientId, subject }) => `${recipientId}: ${subject}`);
  }

  it('is that one came, and that the unit has answered [P33]', async () => {
    expect(await told('object')).toEqual([
      'kjt-1: 收到对申报2023-000001的公示异议O2023-000001，请决定是否受理',
      'kjt-2: 收到对申报2023-000001的公示异议O2023-000001，请决定是否受理',
    ]);
    expect(await told('answer')).toContain('kjt-1: 完成单位已就公示异议O2023-000002（申报2023-000001）作出说明');
    await mailsSettled(house);
    expect(house.sink.to('kjt-1@demo.example')[0]?.text).toContain('http://dengke.example/objections/O2023-000001');
  });

  it('is nothing of what is anonymous or late, and nothing of notes', async () => {
    expect(await told('object', { state: 'not-accepted', flaw: 'late' })).toEqual([]);
    expect(await told('note')).toEqual([]);
  });
});
