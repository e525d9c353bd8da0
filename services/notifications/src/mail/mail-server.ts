import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import type { Options, SentMessageInfo } from 'nodemailer/lib/smtp-pool';
import type { Instant } from '@dengke/contract';

export interface Letter {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  at: Instant;
  /** Where one POST ends mails like this one; null where they may not be left. */
  unsubscribe: string | null;
}

/** What became of one letter. `no-answer`: it was handed over whole and the reply was lost, so it may have arrived. */
export type Answer =
  | { kind: 'accepted' }
  /** `atAddress`: the server knows this address and wants no letter for it, now or ever */
  | { kind: 'refused'; forGood: boolean; word: string; atAddress?: true }
  | { kind: 'no-answer' }
  /** not this letter's fault: the server cannot be reached or does not let us in */
  | { kind: 'away' }
  /** it was not handed over yet: what it says could not be asked for */
  | { kind: 'not-ready' };

export interface MailServerOptions {
  /** `smtp://user:password@host:port` */
  url: string;
  from: string;
  connections: number;
  /** A letter that takes longer is broken off. */
  withinMs: number;
}

interface Fault {
  code?: string;
  responseCode?: number;
  command?: string;
}

const PERMANENT = 500;
const ABOUT_THE_LETTER = new Set(['EENVELOPE', 'EMESSAGE']);
const NOT_LET_IN = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EDNS', 'EPROTOCOL']);

/** The mail server, through nodemailer's pool; its own repetitions are off, since the outbox decides what is sent again. */
export class MailServer {
  private readonly transport: Transporter<SentMessageInfo>;

  constructor(private readonly options: MailServerOptions) {
    const pool: Options & { maxRequeues: number } = {
      url: options.url,
      pool: true,
      maxConnections: options.connections,
      maxRequeues: 0,
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: options.withinMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    this.transport = createTransport(pool);
    this.transport.use('stream', (mail, next) => {
      mail.message.processFunc((content) => noticing(content, (mail.data as Watched).passing));
      next();
    });
  }

  async send({ unsubscribe, ...letter }: Letter): Promise<Answer> {
    const watched: Watched = {
      ...letter,
      from: this.options.from,
      date: new Date(letter.at),
      passing: { whole: false },
      headers: unsubscribeHeaders(unsubscribe),
      signal: AbortSignal.timeout(this.options.withinMs),
    };
    try {
      await this.transport.sendMail(watched);
      return { kind: 'accepted' };
    } catch (error) {
      return this.answerOf(error as Fault, watched);
    }
  }

  close(): void {
    this.transport.close();
  }

  private async answerOf(fault: Fault, watched: Watched): Promise<Answer> {
    const { code = 'UNKNOWN', responseCode, command } = fault;
    if (NOT_LET_IN.has(code)) {
      return { kind: 'away' };
    }
    if (responseCode !== undefined || ABOUT_THE_LETTER.has(code)) {
      const forGood = responseCode === undefined || (responseCode >= PERMANENT && ABOUT_THE_LETTER.has(code));
      const word = String(responseCode ?? code);
      return forGood && responseCode !== undefined && command === 'RCPT TO'
        ? { kind: 'refused', forGood, word, atAddress: true }
        : { kind: 'refused', forGood, word };
    }
    if (watched.passing.whole) {
      return { kind: 'no-answer' };
    }
    return (await this.isThere()) ? { kind: 'refused', forGood: false, word: code } : { kind: 'away' };
  }

  private async isThere(): Promise<boolean> {
    return this.transport.verify().then(
      () => true,
      () => false,
    );
  }
}

interface Passing {
  /** The last byte has gone to the server. */
  whole: boolean;
}
type Watched = Omit<Letter, 'unsubscribe'> & {
  from: string;
  date: Date;
  passing: Passing;
  signal: AbortSignal;
  headers: Record<string, string>;
};

/** RFC 2369 and RFC 8058. */
function unsubscribeHeaders(link: string | null): Record<string, string> {
  return link === null ? {} : { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** Passes the letter on and notes its end; it is read only after the server has accepted the envelope and asked for it. */
function noticing(content: Readable, passing: Passing): Readable {
  async function* pass(): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      yield chunk as Buffer;
    }
    passing.whole = true;
  }
  return Readable.from(pass(), { objectMode: false });
}
