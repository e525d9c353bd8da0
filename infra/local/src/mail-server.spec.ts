import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { SMTPServer } from 'smtp-server';
import { mailPages, smtpSink } from './mail-server';
import type { StoredMail } from './mail-store';
import { MailStore } from './mail-store';

describe('the mail sink', () => {
  let folder: string;
  let smtp: SMTPServer;
  let pages: Server;
  let smtpUrl: string;
  let page: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dengke-mail-'));
    const store = new MailStore(folder);
    smtp = smtpSink(store);
    const listening = smtp.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    pages = mailPages(store).listen(0, '127.0.0.1');
    await once(pages, 'listening');
    smtpUrl = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
    page = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    pages.closeAllConnections();
    pages.close();
    await new Promise<void>((settle) => smtp.close(settle));
    rmSync(folder, { recursive: true, force: true });
  });

  const send = (to: string, subject: string): Promise<unknown> =>
    createTransport(smtpUrl).sendMail({ from: 'dengke@demo.dengke.example', to, subject, text: '请于 2023-08-25 前推荐。' });

  const mails = async (query = ''): Promise<readonly StoredMail[]> =>
    (await fetch(`${page}/mails${query}`)).json() as Promise<readonly StoredMail[]>;

  it('shows what was sent to one address, in order', async () => {
    await send('one@demo.dengke.example', '第一封');
    await send('other@demo.dengke.example', '别人的');
    await send('One@demo.dengke.example', '第二封');

    const received = await mails('?to=one@demo.dengke.example');

    expect(received.map(({ subject }) => subject)).toEqual(['第一封', '第二封']);
    expect(received[0]).toMatchObject({
      from: 'dengke@demo.dengke.example',
      to: ['one@demo.dengke.example'],
      text: expect.stringContaining('2023-08-25') as string,
    });
    expect(await mails(`?after=${received[0]?.id}`)).toHaveLength(2);
  });

  it('keeps mails across a restart', async () => {
    await send('one@demo.dengke.example', '留着');

    const afterwards = new MailStore(folder);

    expect(afterwards.list({}).map(({ subject }) => subject)).toEqual(['留着']);
  });

  it('escapes what came by mail', async () => {
    await send('one@demo.dengke.example', '<script>alert(1)</script>');

    const list = await (await fetch(`${page}/`)).text();

    expect(list).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(list).not.toContain('<script>');
  });

  it('knows no other pages', async () => {
    expect((await fetch(`${page}/mail/99999999`)).status).toBe(404);
    expect((await fetch(`${page}/mail/../../secrets.json`)).status).toBe(404);
  });
});
