import { Log } from '@dengke/service-kit';
import { eventually } from '@dengke/test-kit';
import { aHouse, hasPerson, mailsSettled } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { Mail } from '../mail/mail.entity';

const secret = 'c2VjcmV0LW9mLXRoZS1saW5r';
const until = '2023-08-13T02:00:00.000Z';

describe('the mail that hands over a login', () => {
  let house: House;
  beforeEach(async () => {
    house = await aHouse();
    hasPerson(house, 'liu', { 'unit-coal': ['unit', 'completer'] });
  });
  afterEach(() => house.close());

  const path = (id: string): string => `/internal/first-password-links/${id}`;
  const knows = (id: string): void => house.accounts.knows(path(id), { login: 'liu-login', link: `${id}.${secret}`, expiresAt: until });
  const issued = (linkId: string, personId = 'liu'): void =>
    void house.accounts.tells({
      subject: 'organisation/unit-coal',
      kind: 'firstPasswordMailed',
      by: 'issuer',
      detail: { personId, linkId },
    });
  const toIssuer = async () => (await house.messages('issuer')).map(({ kind, about }) => [kind, about]);
  const mailOf = (linkId: string): Promise<Mail> => house.database.manager.findOneByOrFail(Mail, { linkId });

  it('says login, link and until when, to the holder alone; the link stands behind the # and in no table, no log [P8]', async () => {
    const log = house.app.get(Log);
    const lines = (['debug', 'info', 'warn', 'error', 'at'] as const).map((level) => jest.spyOn(log, level));
    knows('link-1');
    issued('link-1');
    await house.atRest();
    await mailsSettled(house);

    const [mail, ...more] = house.sink.received;
    expect([mail?.to, mail?.subject, more]).toEqual(['liu@demo.example', '您的登科账号已签发，请设置密码', []]);
    expect(mail?.text).toContain('登录名为：liu-login');
    expect(mail?.text).toContain(`http://dengke.example/first-password#link-1.${secret}`);
    expect(mail?.text).toContain('2023年8月13日 10:00（北京时间）');
    for (const table of ['mail_outbox', 'message', 'recipient']) {
      const rows = JSON.stringify(await house.database.query(`select * from ${table}`));
      expect([rows.includes(secret), rows.includes('liu-login')]).toEqual([false, false]);
    }
    expect(JSON.stringify(lines.map(({ mock }) => mock.calls))).not.toContain(secret);
  });

  it('is not sent when its link opens nothing any more', async () => {
    issued('link-void');
    await house.atRest();
    await mailsSettled(house);

    expect(await mailOf('link-void')).toMatchObject({ state: 'dead', lastAnswer: 'link-void' });
    expect(house.sink.received).toEqual([]);
    expect(await toIssuer()).toEqual([['mail.link-lost', { personId: 'liu' }]]);
  });

  it('that cannot be delivered is told to whoever issued the login, each time and once: nobody else can issue it again [P8]', async () => {
    house.sink.at('liu@demo.example', 'refuse');
    knows('link-4');
    issued('link-4');
    await house.atRest();
    await mailsSettled(house);
    expect(await mailOf('link-4')).toMatchObject({ state: 'dead' });
    expect(await toIssuer()).toEqual([['mail.link-lost', { personId: 'liu' }]]);

    issued('link-5');
    await house.atRest();

    expect(await house.database.manager.countBy(Mail, { linkId: 'link-5' })).toBe(0);
    expect(await toIssuer()).toHaveLength(2);
    expect(JSON.stringify(await house.messages('issuer'))).not.toContain('liu@demo');
  });

  it('waits for accounts at no cost to itself or to others, and is sent once it answers', async () => {
    await house.atRest();
    house.accounts.holdsBack();
    knows('link-3');
    issued('link-3');
    await eventually(async () => expect(await mailOf('link-3')).toMatchObject({ state: 'waiting', attempts: 0, lastAnswer: 'not-ready' }));
    house.accounts.givesOut();
    await mailsSettled(house);

    expect(await mailOf('link-3')).toMatchObject({ state: 'sent', attempts: 0 });
    expect(house.sink.to('liu@demo.example')).toHaveLength(1);
  });
});
