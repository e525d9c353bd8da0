import type { Instant, RouteLeg } from '@dengke/contract';
import { afterCommit, DomainError, Table, toDatabase, toInstant } from '@dengke/service-kit';
import type { LedgerHead, Statement, Writes } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { subjectOf } from './facts';
import { PaperLeg } from './paper-leg.entity';
import { deedsOf } from './separation';
import type { Deed, Standing } from './standing';
import { StageMetrics } from './stage-metrics';
import { SubmissionLeg } from './submission-leg.entity';
import { SubmissionStage } from './submission-stage.entity';
import { Submission } from './submission.entity';

/** The rows of a submission as acts read and write them: read in one round trip, written in another. */
@Injectable()
export class SubmissionRows {
  private readonly submissions: Table<Submission>;
  private readonly stages: Table<SubmissionStage>;
  private readonly legs: Table<SubmissionLeg>;
  private readonly paper: Table<PaperLeg>;

  constructor(
    database: DataSource,
    private readonly metrics: StageMetrics,
  ) {
    this.submissions = new Table(database, Submission);
    this.stages = new Table(database, SubmissionStage);
    this.legs = new Table(database, SubmissionLeg);
    this.paper = new Table(database, PaperLeg);
  }

  reads(serial: string, subject: string): Statement[] {
    const rows = [this.submissions, this.stages, this.paper].map((table) => table.select({ serial }));
    return [...rows, deedsOf(serial, subject), ['SELECT at FROM ledger_entry WHERE subject = ? ORDER BY number DESC LIMIT 1', [subject]]];
  }

  /** @param rows what `reads` gave @throws DomainError NOT_FOUND */
  standing(
    head: LedgerHead,
    [found = [], stageRows = [], paperRows = [], deedRows = [], lastRows = []]: Record<string, unknown>[][],
  ): Standing {
    const [submission] = this.submissions.read(found);
    if (submission === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    const stages = this.stages.read(stageRows);
    const stage = stages.find(({ position, round }) => position === submission.position && round === submission.round) ?? null;
    const [last] = lastRows as unknown as { at: Date }[];
    const lastAt = last === undefined ? submission.firstSubmittedAt : toInstant(last.at);
    return { head, lastAt, submission, stage, stages, deeds: deedRows as unknown as Deed[], paper: this.paper.read(paperRows) };
  }

  /** Compares and sets. @returns the submission as it is then */
  set(writes: Writes, submission: Submission, set: Partial<Submission>): Submission {
    const { serial, version, state } = submission;
    writes.changeOne(this.submissions.update(set, { serial, version, state }));
    return { ...submission, ...set, version: version + 1 };
  }

  /** What is decided is counted once it is committed. */
  setStage(writes: Writes, stage: SubmissionStage, set: Partial<SubmissionStage>): void {
    const { serial, position, round } = stage;
    writes.changeOne(this.stages.update(set, { serial, position, round }));
    const { decidedAt } = set;
    if (decidedAt) {
      afterCommit(writes.manager, () => this.metrics.decided(stage, decidedAt));
    }
  }

  /** Opens a stage, or the same one again after its decision was taken back. */
  openStage(writes: Writes, stage: SubmissionStage): void {
    writes.add(this.stages.upsert(stage));
  }

  /** Which organisations take part in it, as rows. */
  setLegs(writes: Writes, serial: string, legs: readonly RouteLeg[]): void {
    writes.add(['DELETE FROM submission_leg WHERE serial = ?', [serial]]);
    legs.forEach(({ organisationId }, position) => writes.add(this.legs.insert({ serial, position, organisationId })));
  }

  takePaperBack(writes: Writes, serial: string, from: number): void {
    writes.add(['DELETE FROM paper_leg WHERE serial = ? AND position >= ?', [serial, from]]);
  }

  /**
   * Words of all its entries, its draft with theirs and its log, and the evidence's rows; the form stays locked in its versions, where nobody reads it. With
   * it goes what was submitted of the same draft before and came to nothing: it says the same (P17).
   */
  dispose(writes: Writes, { serial, draftId }: Submission, at: Instant): void {
    const words = 'DELETE t FROM ledger_text t JOIN ledger_entry e ON e.id = t.entryId';
    const ofSubmissions = `JOIN submission s ON e.subject = CONCAT(_ascii'${subjectOf('')}', s.serial)`;
    writes
      .add([`${words} ${ofSubmissions} WHERE s.draftId = ? AND s.registrationNumber IS NULL`, [draftId]])
      .add([`${words} WHERE e.subject = ?`, [`draft/${draftId}`]])
      .add([
        'UPDATE submission SET excluded = 1, version = version + 1 WHERE draftId = ? AND serial <> ? AND registrationNumber IS NULL',
        [draftId, serial],
      ])
      .add(['UPDATE evidence SET removedAt = ? WHERE draftId = ? AND removedAt IS NULL', [toDatabase(at), draftId]])
      .add(['DELETE FROM draft_change WHERE draftId = ?', [draftId]])
      .add(['DELETE FROM draft WHERE id = ?', [draftId]]);
  }

  setPaper(writes: Writes, leg: Partial<PaperLeg>): void {
    writes.add(this.paper.upsert(leg));
  }
}
