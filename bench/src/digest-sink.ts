import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that counts: how many letters each address was handed, and under how many Message-IDs. */
export class DigestSink {
  private readonly letters = new Map<string, string[]>();
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
        stream.on('end', () => {
          const to = session.envelope.rcptTo[0]?.address ?? '';
          this.letters.set(to, [...(this.letters.get(to) ?? []), /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '']);
          done();
        });
      },
    });
  }

  static async listen(): Promise<DigestSink> {
    const sink = new DigestSink();
    await new Promise<void>((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }
  /** Addresses that have a letter. */
  get reached(): number {
    return this.letters.size;
  }
  /** Letters beyond the first of an address. */
  get doubled(): number {
    return [...this.letters.values()].reduce((sum, ids) => sum + ids.length - 1, 0);
  }
  forget(): void {
    this.letters.clear();
  }
  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
