import { stageRules } from '@dengke/contract';
import type { Caller, Finding, StageKind } from '@dengke/contract';
import { Ledger } from '@dengke/service-kit';
import type { TimelineEntry } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { itemsFor } from '../acts/check';
import { subjectOf } from '../acts/facts';
import { judgedVersion } from '../acts/judged-version';
import { SubmissionsService } from '../submissions/submissions.service';
import type { CheckList, EarlierFinding } from './check-list.dto';

/** The check list for the version that is judged, with what was answered before (P24). */
@Injectable()
export class CheckListService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly submissions: SubmissionsService,
  ) {}

  async of(me: Caller, serial: string): Promise<CheckList> {
    const { submission } = await this.submissions.readWhole(me, serial);
    const [version, entries] = await Promise.all([
      judgedVersion({ manager: this.database.manager, submission }),
      this.ledger.timeline(subjectOf(serial)),
    ]);
    const { stage, round } = submission;
    return {
      stage,
      round,
      compulsory: stage !== null && stageRules[stage].checked,
      items: itemsFor(submission, version).map((item) => ({
        ...item,
        earlier: entries.flatMap((entry, index) => earlierFindings(item.id, entry, entries[index - 1])),
      })),
    };
  }
}

/** An entry tells where the submission stands since; who judged it stood there before. */
function earlierFindings(item: string, { at, text }: TimelineEntry, before: TimelineEntry | undefined): EarlierFinding[] {
  const findings = (text?.['findings'] ?? []) as Finding[];
  const { stage, round } = (before?.detail ?? {}) as { stage: StageKind; round: number };
  return findings
    .filter((finding) => finding.item === item)
    .map(({ answer, remark = null, field = null }) => ({ stage, round, at, answer, remark, field }));
}
