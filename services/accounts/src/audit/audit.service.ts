import { Injectable } from '@nestjs/common';
import { instantAt } from '@dengke/calendar';
import type { Caller } from '@dengke/contract';
import { DomainError, Ledger } from '@dengke/service-kit';
import type { TimelineEntry } from '@dengke/service-kit';
import { OrganisationsService } from '../organisations/organisations.service';
import type { AuditDto, AuditQueryDto } from './audit.dto';

/** Reading the ledger as an auditor does: whole, and judged. */
@Injectable()
export class AuditService {
  constructor(
    private readonly ledger: Ledger,
    private readonly organisations: OrganisationsService,
  ) {}

  /** @throws DomainError NOT_FOUND, also for an organisation outside one's part of the graphs */
  async of(me: Caller, { subject, after, limit, ...narrowed }: AuditQueryDto): Promise<AuditDto> {
    const [, organisationId] = /^organisation\/(.+)$/.exec(subject) ?? [];
    if (organisationId !== undefined) {
      await this.organisations.everWithin(me, organisationId);
    }
    const [timeline, fault] = [await this.ledger.timeline(subject), await this.ledger.verify(subject)];
    if (timeline.length === 0 && fault === null) {
      throw new DomainError('NOT_FOUND');
    }
    const page = timeline.filter((entry) => entry.number > after && isAsked(entry, narrowed)).slice(0, limit);
    const entries = page.map(({ number, kind, at, by, organisationId: of, detail, text, hash }) => ({
      ...{ number, kind, at, by, organisationId: of, detail, text, hash },
    }));
    const kinds = [...new Set(timeline.map(({ kind }) => kind))].sort();
    return { subject, entries, kinds, fault: fault && { number: fault.number, fault: fault.fault } };
  }
}

type Narrowed = Pick<AuditQueryDto, 'kind' | 'by' | 'from'>;

/** The chain is judged whole, so all of it has been read by then. */
const isAsked = (entry: TimelineEntry, { kind, by, from }: Narrowed): boolean =>
  (kind === undefined || entry.kind === kind) &&
  (by === undefined || (entry.by ?? '').toLowerCase().includes(by.toLowerCase())) &&
  (from === undefined || entry.at >= instantAt(from, '00:00'));
