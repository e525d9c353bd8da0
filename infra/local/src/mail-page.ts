import type { StoredMail } from './mail-store';

const listed = 200;

/** The page with the newest mails. Everything that came by mail is escaped; the page needs no script. */
export const mailListPage = (mails: readonly StoredMail[], to: string | undefined): string => {
  const rows = mails
    .slice(-listed)
    .reverse()
    .map(
      (mail) =>
        `<tr><td>${escape(mail.receivedAt)}</td><td>${escape(mail.to.join(', '))}</td><td><a href="/mail/${escape(mail.id)}">${escape(mail.subject)}</a></td></tr>`,
    );
  return page(
    '邮件',
    `<form><label>收件人 <input name="to" value="${escape(to ?? '')}"></label> <button>查找</button></form>
<p>${mails.length} 封，最新的 ${Math.min(mails.length, listed)} 封如下（JSON：<a href="/mails">/mails</a>）</p>
<table><thead><tr><th>收到</th><th>收件人</th><th>主题</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  );
};

export const mailPage = (mail: StoredMail): string =>
  page(
    mail.subject,
    `<p><a href="/">全部邮件</a> · <a href="/mail/${escape(mail.id)}/raw">原文</a></p>
<dl><dt>发件人</dt><dd>${escape(mail.from)}</dd><dt>收件人</dt><dd>${escape(mail.to.join(', '))}</dd><dt>收到</dt><dd>${escape(mail.receivedAt)}</dd><dt>日期</dt><dd>${escape(mail.date ?? '')}</dd></dl>
<pre>${escape(mail.text)}</pre>`,
  );

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(title)}</title>
<style>body{font:15px/1.6 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:.3rem .6rem;text-align:left}pre{white-space:pre-wrap;background:#f6f6f6;padding:1rem}</style>
</head><body><h1>${escape(title)}</h1>
${body}
</body></html>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
