import { fieldLabel } from '@dengke/contract/forms';
import type { Caller, ItemAnswer, ReturnItem } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import type { TimelineEntry } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { subjectOf } from '../acts/facts';
import type { NamedItem } from '../acts/mending';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { SubmissionsService } from '../submissions/submissions.service';
import { changesBetween } from './changes';
import type { Change } from './changes';
import { fileChanges } from './file-changes';
import type { MendingLine } from './versions.dto';
import { toldChange } from './versions.service';

type Round = Pick<SubmissionVersion, 'form' | 'evidence'>;

/** What returns have named, item by item: the remark, the completer's answer, and what changed at that place in the round after. */
@Injectable()
export class MendingService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly submissions: SubmissionsService,
  ) {}

  async of(me: Caller, serial: string): Promise<MendingLine[]> {
    const { contact } = await this.submissions.readWhole(me, serial);
    const entries = await this.ledger.timeline(subjectOf(serial));
    const versions = await this.database.manager.find(SubmissionVersion, { where: { serial }, order: { round: 'ASC' } });
    return entries
      .filter(({ kind }) => kind === 'return')
      .flatMap((returned) => {
        const round = Number(returned.detail['round']);
        const answer = entries.find((entry) => entry.kind === 'resubmit' && entry.number > returned.number);
        return linesOf(returned, answer, round, versions[round - 1], versions[round], contact);
      });
  }
}

function linesOf(
  returned: TimelineEntry,
  answer: TimelineEntry | undefined,
  round: number,
  before: Round | undefined,
  after: Round | undefined,
  contact: boolean,
): MendingLine[] {
  const items = (returned.detail['items'] ?? []) as NamedItem[];
  const remarks = (returned.text?.['items'] ?? []) as (NamedItem & ReturnItem)[];
  const fields = before && after && answer ? changesBetween(before.form, after.form) : [];
  const files = before && after && answer ? fileChanges(before.evidence, after.evidence).filter(({ outcome }) => outcome !== 'kept') : [];
  return items.map(({ id, field }) => ({
    id,
    round,
    field,
    label: fieldLabel(field),
    remark: remarks.find((item) => item.id === id)?.remark ?? null,
    answer: answerTo(id, answer),
    fields: fields.filter((change) => concerns(change, field)).map((change) => toldChange(change, contact)),
    files: field === 'evidence' || before?.evidence.some((piece) => piece.id === field) ? files : [],
  }));
}

function answerTo(id: string, entry: TimelineEntry | undefined): MendingLine['answer'] {
  const given = ((entry?.detail['answers'] ?? []) as Pick<ItemAnswer, 'item' | 'outcome'>[]).find(({ item }) => item === id);
  const words = ((entry?.text?.['answers'] ?? []) as ItemAnswer[]).find(({ item }) => item === id)?.words ?? null;
  return given ? { outcome: given.outcome, words } : null;
}

/** Whether a change lies at the place that was named, in the numbering of the round that was returned, or took that place away. */
function concerns({ kind, was }: Change, field: string): boolean {
  const place = was.join('.');
  const lies = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`);
  return lies(place, field) || (kind !== 'added' && kind !== 'moved' && lies(field, place));
}
