import { mailPages, smtpSink } from './mail-server';
import { MailStore } from './mail-store';

/** The mail sink as a process: DENGKE_PORT serves the page, DENGKE_SMTP_PORT takes mail, DENGKE_MAIL_DIR keeps it. */
const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is missing`);
  }
  return value;
};

const store = new MailStore(required('DENGKE_MAIL_DIR'));
const smtp = smtpSink(store);
const pages = mailPages(store);
smtp.on('error', (error) => process.stderr.write(`${error.message}\n`));
smtp.listen(Number(required('DENGKE_SMTP_PORT')), '127.0.0.1', () => {
  pages.listen(Number(required('DENGKE_PORT')), '127.0.0.1');
});

process.once('SIGTERM', () => {
  pages.close();
  pages.closeAllConnections();
  smtp.close(() => process.exit(0));
});
