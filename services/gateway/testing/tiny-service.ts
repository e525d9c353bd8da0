import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Answering = (request: IncomingMessage, reply: ServerResponse, body: () => Promise<string>) => void | Promise<void>;

/** A real HTTP server in the place of a service: answers as it is told and remembers what it was asked. */
export class TinyService {
  readonly seen: Seen[] = [];
  private server: Server | null = null;
  private port = 0;
  private answering: Answering = (_request, reply) => json(reply, 200, { fine: true });

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get last(): Seen {
    const seen = this.seen.at(-1);
    if (seen === undefined) {
      throw new Error('This service has not been asked');
    }
    return seen;
  }

  answers(answering: Answering): void {
    this.answering = answering;
  }

  /** Starts, or comes back at the same address. */
  async start(): Promise<this> {
    const server = createServer((request, reply) => void this.answer(request, reply));
    this.server = server;
    await new Promise<void>((settle) => server.listen(this.port, '127.0.0.1', settle));
    this.port = (server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = null;
    server?.closeAllConnections();
    await new Promise<void>((settle) => (server === null ? settle() : server.close(() => settle())));
  }

  private async answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const seen: Seen = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: '' };
    this.seen.push(seen);
    const body = async (): Promise<string> => {
      for await (const chunk of request) {
        seen.body += String(chunk);
      }
      return seen.body;
    };
    await this.answering(request, reply, body);
  }
}

export function json(reply: ServerResponse, status: number, content: unknown, headers: Record<string, string> = {}): void {
  reply.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(content));
}
