import { aHouse, mailsSettled, withPeople } from '../../testing/a-house';
import type { House } from '../../testing/a-house';

describe('what a fact of an application means to whom', () => {
  let house: House;
  let last = 0;
  beforeAll(async () => {
    house = await aHouse();
    await withPeople(house);
  });
  afterAll(() => house.close());

  /** Accounts tells one fact of a new application; gives who heard what. */
  async function told(kind: string, act: string, detail: Record<string, unknown>): Promise<string[]> {
    const subject = `${kind}Application/a-${(last += 1)}`;
    house.accounts.tells({ subject, kind: act, detail: { state: 'applied', countsFrom: null, dueAt: null, ...detail } });
    await house.atRest();
    const rows = await house.database.query<{ recipientId: string; subject: string }[]>(
      'SELECT recipientId, subject FROM message WHERE eventKey = ? ORDER BY recipientId',
      [`${subject}#1`],
    );
    return rows.map(({ recipientId, subject: sentence }) => `${recipientId}: ${sentence}`);
  }

  it('a new one is told to those who issue at its desk: the super administrator, at a bureau without one its managers [S27 S58]', async () => {
    expect(await told('organiser', 'apply', { deskId: 'kjt' })).toEqual(['kjt-admin: 新的组织管理部门申请已送达山西省科学技术厅，请办理']);
    expect(await told('credential', 'apply', { deskId: 'sx-energy' })).toEqual(['sx-energy-admin: 新的账号申请已送达山西省能源局，请办理']);
    await house.database.query("DELETE FROM recipient_position WHERE personId = 'changzhi-admin'");
    expect(await told('credential', 'redirect', { deskId: 'changzhi' })).toEqual([
      'changzhi-1: 账号申请已转至长治市能源局，请办理',
      'changzhi-2: 账号申请已转至长治市能源局，请办理',
    ]);
  });

  it('a late one is told to the level above the desk [P31]', async () => {
    expect(await told('credential', 'escalate', { deskId: 'changzhi', informedOrganisationId: 'sx-energy' })).toEqual([
      'sx-energy-admin: 账号申请在长治市能源局逾期未办，请督促或转办',
    ]);
  });

  it('what was decided is told to nobody here, and what means nothing is passed over', async () => {
    for (const act of ['issue', 'refuse', 'activate', 'setDue', 'somethingNew']) {
      expect(await told('credential', act, { deskId: 'sx-energy' })).toEqual([]);
    }
    expect(await told('credential', 'redirect', { deskId: 'sx-energy', state: 'issued' })).toEqual([]);
    house.accounts.tells({ subject: 'route/R-city', kind: 'apply', detail: { deskId: 'sx-energy' } });
    await house.atRest();
  });

  it('comes by mail once a day, with ids alone and a link', async () => {
    await told('organiser', 'apply', { deskId: 'kjt' });
    await mailsSettled(house);
    const mails = house.sink.to('kjt-admin@demo.example');

    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('http://dengke.example/organiser-applications/a-1');
  });
});
