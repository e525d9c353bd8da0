import { PersonalData } from '@dengke/service-kit';
import { aHouse, hasOrganisation, hasPerson, standingAt, withPeople } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { Organisation } from './organisation.entity';
import { RecipientPosition } from './recipient-position.entity';
import { Recipient } from './recipient.entity';

describe('the replica of people and organisations', () => {
  let house: House;

  beforeAll(async () => {
    house = await aHouse();
    await withPeople(house);
  });
  afterAll(() => house.close());

  let last = 0;
  async function arrivedAt(serial = `CG-${(last += 1)}`): Promise<{ people: string[]; subject: string }> {
    house.achievements.tells({ subject: `submission/${serial}`, kind: 'release', detail: standingAt('municipal') });
    await house.atRest();
    const rows = await house.database.query<{ recipientId: string; subject: string }[]>(
      "SELECT recipientId, subject FROM message WHERE eventKey = ? AND recipientId <> 'liu' ORDER BY recipientId",
      [`submission/${serial}#1`],
    );
    return { people: rows.map(({ recipientId }) => recipientId), subject: rows[0]?.subject ?? '' };
  }

  it('follows a bureau that is renamed', async () => {
    hasOrganisation(house, 'changzhi', 'municipal', '长治市能源和科技局');
    await house.atRest();

    expect((await house.database.manager.findOneBy(Organisation, { id: 'changzhi' }))?.name).toBe('长治市能源和科技局');
    expect((await arrivedAt()).subject).toContain('长治市能源和科技局');
  });

  it('follows a person who gets a new address, which it keeps sealed, and no mobile', async () => {
    hasPerson(house, 'cai', { 'unit-coal': ['unit', 'completer'] }, 'cai.new@demo.example');
    await house.atRest();

    const row = await house.database.manager.findOneBy(Recipient, { personId: 'cai' });
    expect(row).toEqual({ personId: 'cai', name: '某cai', mail: expect.stringMatching(/^k1\./) as string });
    expect(house.app.get(PersonalData).open('recipient.mail', 'cai', row?.mail ?? '')).toBe('cai.new@demo.example');
  });

  it('tells the super administrator of a desk only once no manager is left', async () => {
    hasPerson(house, 'changzhi-1', {});
    await house.atRest();
    expect((await arrivedAt()).people).toEqual(['changzhi-2']);

    hasPerson(house, 'changzhi-2', {});
    await house.atRest();
    expect((await arrivedAt()).people).toEqual(['changzhi-admin']);
    expect(await house.database.manager.countBy(RecipientPosition, { organisationId: 'changzhi' })).toBe(1);
  });

  it('tells a deputy until the end of his day, and nobody of what closed [P1]', async () => {
    hasPerson(house, 'stand-in', { changzhi: ['municipal', 'manager', '2023-08-10T16:00:00.000Z'] });
    await house.atRest();
    expect((await arrivedAt()).people).toContain('stand-in');

    house.achievements.tells({
      subject: 'submission/CG-late',
      kind: 'release',
      detail: standingAt('municipal'),
      at: '2023-08-10T16:00:00.000Z',
    });
    await house.atRest();
    expect((await house.messages('stand-in')).map(({ eventKey }) => eventKey)).not.toContain('submission/CG-late#1');
    hasPerson(house, 'stand-in', {});
    await house.atRest();
  });

  it('reads what accounts says now, however often an entry is repeated', async () => {
    hasPerson(house, 'cai', { 'unit-coal': ['unit', 'completer'] });
    hasPerson(house, 'cai', { 'unit-coal': ['unit', 'unitAdmin'] });
    await house.atRest();

    const positions = await house.database.manager.findBy(RecipientPosition, { personId: 'cai' });
    expect(positions.map(({ role }) => role)).toEqual(['unitAdmin']);
  });

  it('passes over subjects that are neither', async () => {
    house.accounts.tells({ subject: 'route/R-city', kind: 'recorded' });
    hasOrganisation(house, 'later', 'municipal', '后来的局');
    await house.atRest();

    expect(await house.database.manager.countBy(Organisation, { id: 'later' })).toBe(1);
  });
});
