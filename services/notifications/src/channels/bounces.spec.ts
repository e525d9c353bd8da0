import { inTransaction } from '@dengke/service-kit';
import { aCaller } from '@dengke/test-kit';
import { aHouse, hasPerson, mailsSettled } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { MailOutboxService } from '../mail/mail-outbox.service';
import type { ChannelsDto } from './channels.dto';

const AT = '2023-08-10T02:00:00.000Z';
const channels = '/api/v1/channels';
const address = 'liu@demo.example';

describe('an address that a mail server refuses for good', () => {
  let house: House;
  beforeEach(async () => {
    house = await aHouse({ DENGKE_MAIL_ATTEMPTS: '3' });
    hasPerson(house, 'liu', { 'unit-coal': ['unit', 'completer'] });
    hasPerson(house, 'ma', { 'unit-coal': ['unit', 'unitAdmin'] });
    hasPerson(house, 'other', { 'unit-other': ['unit', 'unitAdmin'] });
    await house.atRest();
  });
  afterEach(() => house.close());

  async function mail(eventKey: string): Promise<void> {
    const one = { eventKey, recipientId: 'liu', kind: 'submission.return', subject: '标题', body: '正文。', at: AT };
    await inTransaction(house.database, (manager) => house.app.get(MailOutboxService).add(manager, [one]));
    await mailsSettled(house);
  }
  const bouncesTold = async (person: string) => (await house.messages(person)).filter(({ kind }) => kind === 'mail.bounced');
  const isRefused = async () => (await house.http.as(aCaller({}, 'liu')).get<ChannelsDto>(channels)).body.mailRefused;

  it('is told once to its holder and to the administrator of his unit, without name or address, and is mailed nothing more', async () => {
    house.sink.at(address, 'refuse');
    await mail('fact#1');
    await mail('fact#2');

    expect(house.sink.asked(address)).toBe(1);
    expect(await isRefused()).toBe(true);
    expect((await bouncesTold('liu')).map(({ about }) => about)).toEqual([{}]);
    expect((await bouncesTold('ma')).map(({ about }) => about)).toEqual([{ personId: 'liu' }]);
    expect(await house.messages('other')).toEqual([]);
    const rows = JSON.stringify(await house.database.query('select * from bounced_address, message'));
    expect([rows.includes(address), rows.includes('某liu')]).toEqual([false, false]);
  });

  it('is mailed again once it is changed', async () => {
    house.sink.at(address, 'refuse');
    await mail('fact#1');
    hasPerson(house, 'liu', { 'unit-coal': ['unit', 'completer'] }, 'liu.new@demo.example');
    await house.atRest();
    await mail('fact#2');

    expect(await isRefused()).toBe(false);
    expect(house.sink.to('liu.new@demo.example')).toHaveLength(1);
  });

  it('stays refused when something else of its holder changes', async () => {
    house.sink.at(address, 'refuse');
    await mail('fact#1');
    hasPerson(house, 'liu', { 'unit-coal': ['unit', 'unitAdmin'] });
    await house.atRest();
    await mail('fact#2');

    expect([await isRefused(), house.sink.asked(address)]).toEqual([true, 1]);
  });

  it('is tried again once its holder says that it is right, and told again when it is refused again', async () => {
    house.sink.at(address, 'refuse');
    await mail('fact#1');
    const confirmed = await house.http.as(aCaller({}, 'liu')).post<ChannelsDto>(`${channels}/mail/confirm`);
    await mail('fact#2');

    expect([confirmed.status, confirmed.body.mailRefused]).toEqual([200, false]);
    expect(await bouncesTold('liu')).toHaveLength(2);
    house.sink.at(address, { busy: 0 });
    await house.http.as(aCaller({}, 'liu')).post(`${channels}/mail/confirm`);
    await mail('fact#3');
    expect(house.sink.to(address)).toHaveLength(1);
  });

  it('is not one that is only busy, even for good', async () => {
    house.sink.at(address, { busy: 99 });
    await mail('fact#1');

    expect(house.sink.asked(address)).toBe(3);
    expect([await isRefused(), await bouncesTold('ma')]).toEqual([false, []]);
  });
});
