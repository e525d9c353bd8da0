import { SecurityClock } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { UpstreamName } from '../forwarding/upstream-services';
import { upstreamNames } from '../forwarding/upstream-services';
import { UpstreamsService } from '../forwarding/upstreams.service';
import type { OpenApiDocument } from './merge-documents';
import { mergeDocuments } from './merge-documents';

/** A service that comes back may have changed; until then its last document stands. */
const freshMillis = 10_000;

interface Known {
  document: OpenApiDocument;
  fetchedAt: number;
}

/** The one public OpenAPI, merged from the services' own and kept while one of them is away. */
@Injectable()
export class OpenApiService {
  private readonly known = new Map<UpstreamName, Known>();
  private readonly asking = new Map<UpstreamName, Promise<void>>();
  private merged: { readonly from: readonly (OpenApiDocument | undefined)[]; readonly document: OpenApiDocument } | undefined;

  constructor(
    private readonly upstreams: UpstreamsService,
    private readonly clock: SecurityClock,
  ) {}

  /** What is known of the services now; one that was never reached is missing and named. */
  async document(): Promise<OpenApiDocument> {
    await Promise.all(upstreamNames.map((name) => this.refreshOnce(name)));
    const from = upstreamNames.map((name) => this.known.get(name)?.document);
    const { merged } = this;
    // Anybody may ask, and to merge costs more than all else of an answer.
    if (merged !== undefined && from.every((document, at) => document === merged.from[at])) {
      return merged.document;
    }
    const document = this.anew();
    this.merged = { from, document };
    return document;
  }

  private anew(): OpenApiDocument {
    const documents = new Map(
      upstreamNames.flatMap((name) => (this.known.has(name) ? [[name, this.known.get(name)!.document] as const] : [])),
    );
    const missing = upstreamNames.filter((name) => !documents.has(name));
    return { ...mergeDocuments(documents), ...(missing.length > 0 ? { 'x-missing': missing } : {}) };
  }

  /** One question for all who wait. */
  private refreshOnce(name: UpstreamName): Promise<void> {
    const asked = this.asking.get(name) ?? this.refresh(name).finally(() => this.asking.delete(name));
    this.asking.set(name, asked);
    return asked;
  }

  private async refresh(name: UpstreamName): Promise<void> {
    const now = this.clock.millis();
    if (now - (this.known.get(name)?.fetchedAt ?? Number.NEGATIVE_INFINITY) < freshMillis) {
      return;
    }
    const document = await this.fetch(name);
    if (document !== null) {
      this.known.set(name, { document, fetchedAt: now });
    }
  }

  private async fetch(name: UpstreamName): Promise<OpenApiDocument | null> {
    const hop = {
      method: 'GET',
      path: '/openapi.json',
      headers: { accept: 'application/json' },
      content: null,
      upload: false,
      harmless: true,
    };
    const answer = await this.upstreams.ask(name, hop).catch(() => null);
    return answer?.status === 200 ? (JSON.parse(answer.text) as OpenApiDocument) : null;
  }
}
