import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FeedEntry, FeedPage } from '@dengke/contract';

/** A service that others follow, over real HTTP: a feed, and answers to internal reads. */
export class FeedSource {
  private readonly entries: FeedEntry[] = [];
  private readonly answers = new Map<string, unknown>();
  private constructor(private readonly server: Server) {}

  static async listen(): Promise<FeedSource> {
    const server = createServer();
    const source = new FeedSource(server);
    server.on('request', (request, response) => {
      const found = source.answer(new URL(request.url ?? '/', 'http://source'));
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(found ?? { code: 'NOT_FOUND' }));
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

  private answer({ pathname, searchParams }: URL): unknown {
    if (pathname !== '/internal/feed') {
      return this.answers.get(pathname);
    }
    const after = Number(searchParams.get('after'));
    const entries = this.entries.filter(({ feedNumber }) => feedNumber > after).slice(0, Number(searchParams.get('limit') ?? 500));
    return { entries, head: this.entries.length } satisfies FeedPage;
  }
}
