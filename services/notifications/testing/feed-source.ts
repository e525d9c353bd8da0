import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FeedEntry, FeedPage } from '@dengke/contract';

/** A service that others follow, over real HTTP: a feed, and answers to internal reads. */
export class FeedSource {
  private readonly entries: FeedEntry[] = [];
  private readonly answers = new Map<string, unknown>();
  private readonly requests: string[] = [];
  private readonly queries = new Map<string, Record<string, string>>();
  private away = false;
  private constructor(private readonly server: Server) {}

  static async listen(): Promise<FeedSource> {
    const server = createServer();
    const source = new FeedSource(server);
    server.on('request', (request, response) => {
      const { status, body } = source.answer(new URL(request.url ?? '/', 'http://source'));
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return source;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What `GET path` answers from now on. */
  knows(path: string, body: unknown): void {
    this.answers.set(path, body);
  }

  /** Appends one entry; its number counts within its subject. */
  tells(entry: Pick<FeedEntry, 'subject' | 'kind'> & Partial<FeedEntry>): FeedEntry {
    const number = this.entries.filter(({ subject }) => subject === entry.subject).length + 1;
    const told: FeedEntry = {
      at: '2023-08-10T02:00:00.000Z',
      by: null,
      organisationId: null,
      detail: {},
      number,
      ...entry,
      feedNumber: this.entries.length + 1,
    };
    this.entries.push(told);
    return told;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Internal reads are refused for a while, the feed is not. */
  holdsBack(): void {
    this.away = true;
  }
  givesOut(): void {
    this.away = false;
  }

  /** How often a path was asked for. */
  asked(path: string): number {
    return this.requests.filter((asked) => asked === path).length;
  }

  /** What was asked with it the last time. */
  lastQuery(path: string): Record<string, string> | undefined {
    return this.queries.get(path);
  }

  private answer({ pathname, searchParams }: URL): { status: number; body: unknown } {
    this.requests.push(pathname);
    this.queries.set(pathname, Object.fromEntries(searchParams));
    if (pathname === '/internal/feed') {
      return { status: 200, body: this.page(Number(searchParams.get('after')), Number(searchParams.get('limit') ?? 500)) };
    }
    if (this.away) {
      return { status: 503, body: { code: 'UNAVAILABLE' } };
    }
    const found = this.answers.get(pathname);
    return found === undefined ? { status: 404, body: { code: 'NOT_FOUND' } } : { status: 200, body: found };
  }

  private page(after: number, limit: number): FeedPage {
    return { entries: this.entries.filter(({ feedNumber }) => feedNumber > after).slice(0, limit), head: this.entries.length };
  }
}
