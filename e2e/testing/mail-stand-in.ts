import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the mail server does not answer: the recipient, the whole letter. */
export type Hold = 'rcpt' | 'data' | 'nothing';
export interface Taken {
  kind: 'asked' | 'taken';
  to: string;
  subject: string;
  messageId: string;
}

/** A mail server in a process of its own, which is killed and started again on its port; what it has taken outlives it. */
export class MailStandIn {
  private process: ChildProcess | undefined;
  private port = 0;

  private constructor(private readonly journal: string) {}

  static async in(folder: string): Promise<MailStandIn> {
    const standIn = new MailStandIn(join(folder, 'mails.jsonl'));
    await writeFile(standIn.journal, '');
    await standIn.starts('nothing');
    return standIn;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async starts(hold: Hold): Promise<void> {
    await this.isKilled();
    this.process = fork(join(__dirname, 'mail-server-process.mjs'), [String(this.port), this.journal, hold], { execArgv: [] });
    const [port] = (await once(this.process, 'message')) as [number];
    this.port = port;
  }

  /** Without a word to whoever is connected. */
  async isKilled(): Promise<void> {
    if (this.process === undefined) {
      return;
    }
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
    this.process = undefined;
  }

  async asked(): Promise<string[]> {
    return (await this.lines()).filter(({ kind }) => kind === 'asked').map(({ to }) => to);
  }

  /** The whole letters with a subject, in the order in which they came. */
  async taken(subject: string): Promise<Taken[]> {
    return (await this.lines()).filter((line) => line.kind === 'taken' && line.subject === subject);
  }

  private async lines(): Promise<Taken[]> {
    const text = await readFile(this.journal, 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Taken);
  }
}
