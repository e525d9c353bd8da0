import { aHouse, mailsSettled, withPeople } from '../../testing/a-house';
import type { House } from '../../testing/a-house';

describe('what comes after a registration, and to whom', () => {
  let house: House;
  let last = 0;
  beforeAll(async () => {
    house = await aHouse();
    await withPeople(house);
  });
  afterAll(() => house.close());

  const concerned = { deskId: 'kjt', unitId: 'unit-coal', askedBy: 'liu', registrationNumber: '9992023Y0001' };

  /** Achievements tells one fact; gives who heard what. */
  async function told(subject: string, kind: string, detail: Record<string, unknown>): Promise<string[]> {
    house.achievements.tells({ subject, kind, detail });
    await house.atRest();
    const rows = await house.database.query<{ recipientId: string; subject: string }[]>(
      'SELECT recipientId, subject FROM message WHERE eventKey = ? ORDER BY recipientId',
      [`${subject}#1`],
    );
    return rows.map(({ recipientId, subject: sentence }) => `${recipientId}: ${sentence}`);
  }
  const correction = (act: string, detail: Record<string, unknown> = concerned) => told(`correction/c-${(last += 1)}`, act, detail);

  it('a correction is told to the department, its decision to who asked and to the unit [P36]', async () => {
    expect(await correction('ask')).toEqual(['kjt-1: 登记号9992023Y0001有更正申请，请审批', 'kjt-2: 登记号9992023Y0001有更正申请，请审批']);
    expect(await correction('approve')).toEqual(['liu: 登记号9992023Y0001的更正申请已获批准', 'ma: 登记号9992023Y0001的更正申请已获批准']);
    expect(await correction('refuse')).toHaveLength(2);
    expect(await correction('withdraw')).toHaveLength(2);
  });

  it('a late one is told to the department’s own super administrator [P31]', async () => {
    expect(await correction('escalate')).toEqual(['kjt-admin: 登记号9992023Y0001的更正申请逾期未办，请督促']);
  });

  it('what means nothing is passed over', async () => {
    expect(await correction('recount')).toEqual([]);
    expect(await correction('ask', { deskId: 'kjt' })).toEqual([]);
  });

  it('a cancellation and a correction reach submitter, unit and every desk of the route [P36]', async () => {
    const detail = {
      ...{ submitterId: 'liu', unitId: 'unit-coal', registrationNumber: '9992023Y0001', state: 'cancelled', stage: null },
      routeDeskIds: ['unit-coal', 'changzhi', 'kjt'],
    };
    const people = ['changzhi-1', 'changzhi-2', 'kjt-1', 'kjt-2', 'liu', 'ma'];

    expect((await told('submission/2023-000001', 'cancel', detail)).map((line) => line.split(':')[0])).toEqual(people);
    expect((await told('submission/2023-000002', 'correct', detail)).map((line) => line.split(':')[0])).toEqual(people);
  });

  it('comes by mail with number and link alone', async () => {
    const before = house.sink.to('liu@demo.example').length;
    await correction('approve', { ...concerned, name: '更正后的名称' });
    await mailsSettled(house);
    const mail = house.sink.to('liu@demo.example').slice(before).at(-1);

    expect(mail?.text).toContain(`http://dengke.example/corrections/c-${last}`);
    expect(mail?.text).not.toContain('更正后的名称');
  });
});
