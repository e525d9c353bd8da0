import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { MessageDto } from './inbox.dto';
import type { Message } from './message.entity';

const AGAIN_AFTER_MS = 1_000;

/** What one listener hears, as server-sent events (WHATWG HTML §9.2). Each message once; after a break some may come again, by the same id. */
export class LiveStream {
  private readonly out = new PassThrough();
  private readonly sent = new Set<string>();

  constructor(
    readonly personId: string,
    readonly token: string,
    /** Host milliseconds at which it ends, whoever listens. */
    readonly untilMs: number,
    public askAgainMs: number,
  ) {
    this.write(`retry: ${AGAIN_AFTER_MS}\n\n`);
  }

  get readable(): Readable {
    return this.out;
  }

  onClose(fn: () => void): void {
    this.out.once('close', fn);
  }

  /** Messages that were there before are not news. */
  knows(messages: readonly Message[]): void {
    messages.forEach(({ id }) => this.sent.add(id));
  }

  tell(message: Message): void {
    if (!this.sent.has(message.id)) {
      this.sent.add(message.id);
      this.write(`id: ${message.id}\nevent: message\ndata: ${JSON.stringify(MessageDto.of(message))}\n\n`);
    }
  }

  reload(): void {
    this.write('event: reload\ndata: {}\n\n');
  }

  beat(): void {
    this.write(':\n\n');
  }

  end(): void {
    this.out.end();
  }

  /** Nobody has come to listen. */
  drop(): void {
    this.out.destroy();
  }

  /** What has ended may wait for a listener who does not read; he is told no more. */
  private write(text: string): void {
    if (this.out.writable) {
      this.out.write(text);
    }
  }
}
