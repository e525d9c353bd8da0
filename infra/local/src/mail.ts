import { join } from 'node:path';
import { isHttpReady } from './http-health';
import { repositoryRoot } from './repository';
import type { ProcessPlan } from './supervised-process';

/** The mail sink: takes all mail of this stack and shows it on a page. */
export const mailPlan = (directory: string, ports: { mail: number; smtp: number }): ProcessPlan => ({
  name: 'mail',
  command: process.execPath,
  args: [join(repositoryRoot, 'infra', 'local', 'dist', 'mail-sink.js')],
  env: {
    PATH: process.env['PATH'] ?? '',
    DENGKE_PORT: String(ports.mail),
    DENGKE_SMTP_PORT: String(ports.smtp),
    DENGKE_MAIL_DIR: join(directory, 'mail'),
  },
  isReady: () => isHttpReady(`http://127.0.0.1:${ports.mail}`),
  readyWithinMs: 90_000,
  endWithinMs: 5_000,
  restartable: true,
  givesWay: true,
});
