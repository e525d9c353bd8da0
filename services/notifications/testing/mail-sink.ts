import type { AddressInfo, Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

export interface ReceivedMail {
  to: string;
  subject: string;
  text: string;
  messageId: string;
  date: string;
  /** The link with which mails like this one are left. */
  unsubscribe: string | null;
}

/** How an address behaves; all others accept. */
export type Behaviour =
  /** 550 to RCPT TO, each time */
  | 'refuse'
  /** 450 to RCPT TO so many times, then accept */
  | { busy: number }
  /** takes the whole letter, then hangs up without its 250, so many times */
  | { hangUp: number }
  /** takes so long before it answers */
  | { slowMs: number }
  | { until: Promise<unknown> };

/** A mail server on a free port that keeps what it took, and misbehaves where told to. */
export class MailSink {
  readonly received: ReceivedMail[] = [];
  private readonly recipients: string[] = [];
  private readonly behaviours = new Map<string, Behaviour>();
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 50,
      onRcptTo: ({ address }, _session, done) => done(this.refusalOf(address)),
      onData: (stream, session, done) => void this.take(stream, session, done),
    });
    this.server.on('error', () => undefined);
  }

  static async listen(port = 0): Promise<MailSink> {
    const sink = new MailSink();
    await new Promise<void>((resolve) => sink.server.listen(port, '127.0.0.1', resolve));
    return sink;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  at(address: string, behaviour: Behaviour): void {
    this.behaviours.set(address, behaviour);
  }

  to(address: string): ReceivedMail[] {
    return this.received.filter((mail) => mail.to === address);
  }

  /** How often a letter for this address was offered. */
  asked(address: string): number {
    return this.recipients.filter((asked) => asked === address).length;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private refusalOf(address: string): Error | undefined {
    this.recipients.push(address);
    const behaviour = this.behaviours.get(address);
    if (behaviour === 'refuse') {
      return Object.assign(new Error('no such user'), { responseCode: 550 });
    }
    if (typeof behaviour === 'object' && 'busy' in behaviour && behaviour.busy > 0) {
      behaviour.busy -= 1;
      return Object.assign(new Error('greylisted'), { responseCode: 450 });
    }
    return undefined;
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null) => void): Promise<void> {
    const to = session.envelope.rcptTo[0]?.address ?? '';
    const { subject = '', text = '', messageId = '', date, headerLines } = await simpleParser(stream);
    const unsubscribe = headerLines.find(({ key }) => key === 'list-unsubscribe')?.line.match(/<([^>]+)>/)?.[1] ?? null;
    this.received.push({ to, subject, text, messageId, date: date?.toISOString() ?? '', unsubscribe });
    const behaviour = this.behaviours.get(to);
    if (typeof behaviour === 'object' && 'hangUp' in behaviour && behaviour.hangUp > 0) {
      behaviour.hangUp -= 1;
      this.hangUp(session.id);
      return;
    }
    if (typeof behaviour === 'object' && 'until' in behaviour) {
      await behaviour.until;
    }
    const ms = typeof behaviour === 'object' && 'slowMs' in behaviour ? behaviour.slowMs : 0;
    setTimeout(() => done(), ms).unref();
  }

  private hangUp(id: string): void {
    const { connections } = this.server as unknown as { connections: Set<{ id: string; _socket: Socket }> };
    [...connections].filter((connection) => connection.id === id).forEach(({ _socket }) => _socket.destroy());
  }
}
