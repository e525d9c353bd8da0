import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/** Text that the stand-in takes for a virus; it is none. */
export const aSpecVirus = 'DENGKE-SPEC-VIRUS';

/** A stand-in for clamd: speaks PING and INSTREAM, finds `aSpecVirus`, and can be away. */
export class AScanner {
  /** How many contents it was shown. */
  seen = 0;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  /** @param at a port, or the path of a socket */
  private constructor(private at: number | string) {}

  static async begin(at: number | string = 0): Promise<AScanner> {
    const scanner = new AScanner(at);
    await scanner.comeBack();
    return scanner;
  }

  get address(): string {
    return typeof this.at === 'number' ? `tcp://127.0.0.1:${this.at}` : `unix:${this.at}`;
  }

  async comeBack(): Promise<void> {
    const server = createServer((socket) => void this.serve(socket).catch(() => socket.destroy()));
    this.server = server;
    await new Promise<void>((settle) =>
      typeof this.at === 'number' ? server.listen(this.at, '127.0.0.1', settle) : server.listen(this.at, settle),
    );
    const address = server.address();
    this.at = typeof address === 'object' && address !== null ? address.port : this.at;
  }

  async goAway(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((settle) => this.server?.close(settle) ?? settle(undefined));
  }

  private async serve(socket: Socket): Promise<void> {
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    const pieces: Buffer[] = [];
    for await (const piece of socket as AsyncIterable<Buffer>) {
      pieces.push(piece);
      if (piece.toString('latin1', 0, 6) === 'zPING\0') {
        socket.end('PONG\0');
        return;
      }
      const content = piece.subarray(-4).equals(Buffer.alloc(4)) ? wholeIn(Buffer.concat(pieces)) : null;
      if (content !== null) {
        this.seen += 1;
        socket.end(content.includes(aSpecVirus) ? 'stream: Dengke.Spec-1 FOUND\0' : 'stream: OK\0');
        return;
      }
    }
  }
}

/** The content once its last chunk, of length 0, is there. */
function wholeIn(received: Buffer): Buffer | null {
  const pieces: Buffer[] = [];
  let at = 'zINSTREAM\0'.length;
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    if (length === 0) {
      return Buffer.concat(pieces);
    }
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
