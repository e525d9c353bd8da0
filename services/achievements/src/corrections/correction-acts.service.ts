import { correctionRules, isBlank, isCorrectionOver } from '@dengke/contract';
import type { Caller, CorrectionAct, CorrectionFact, Instant } from '@dengke/contract';
import { changeOne, DomainError, Ledger } from '@dengke/service-kit';
import type { LedgerHead } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { correctionSubject, detailOf, factOf, progressOf } from './correction-facts';
import { Correction } from './correction.entity';

export interface CorrectionCommand {
  act: CorrectionAct;
  id: string;
  /** Null for the workflow. */
  by: Caller | null;
  at: Instant;
  actId: string;
  /** Kept beside the ledger, erasable. */
  reason?: string | undefined;
}

/**
 * The judge of corrections: whatever changes one comes through here, a person's act and the workflow's alike, in one transaction that checks the
 * table of acts, compares and sets, appends the numbered entry and rings the relay (decision 0002). Where a submission's ledger is locked too, it is first.
 */
@Injectable()
export class CorrectionActsService {
  constructor(private readonly ledger: Ledger) {}

  /** Writes the first fact of a correction, with its row. @throws DomainError REASON_MISSING */
  async begin(manager: EntityManager, row: Correction, command: CorrectionCommand): Promise<void> {
    requireReason(command);
    const head = await this.ledger.lockHead(manager, correctionSubject(row.id));
    await manager.insert(Correction, row);
    await this.append(manager, head, row, command);
  }

  /** Judges and writes one act within the caller's transaction. @throws DomainError CORRECTION_DECIDED with the current progress */
  async perform(manager: EntityManager, command: CorrectionCommand, set: Partial<Correction> = {}, detail = {}): Promise<Correction> {
    const head = await this.ledger.lockHead(manager, correctionSubject(command.id));
    const row = await manager.findOneByOrFail(Correction, { id: command.id });
    const { from, to } = correctionRules[command.act];
    if (!from.includes(row.state)) {
      throw new DomainError('CORRECTION_DECIDED', { current: progressOf(row) });
    }
    requireReason(command);
    const at = command.at > row.lastAt ? command.at : row.lastAt;
    const state = to === 'same' ? row.state : to;
    const ended = isCorrectionOver(state) ? { dueAt: null } : {};
    const changed = { state, ...ended, ...set, lastFact: head.number + 1, lastAt: at };
    await changeOne(
      manager.createQueryBuilder().update(Correction).set(changed).where({ id: row.id, version: row.version, state: row.state }),
    );
    const after = { ...row, ...changed, version: row.version + 1 };
    await this.append(manager, head, after, { ...command, at }, detail);
    return after;
  }

  async factsAfter(id: string, after: number): Promise<CorrectionFact[]> {
    return (await this.ledger.entriesAfter(correctionSubject(id), after)).map(factOf);
  }

  private async append(
    manager: EntityManager,
    head: LedgerHead,
    row: Correction,
    { act, by, at, actId, reason }: CorrectionCommand,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.ledger.append(manager, head, {
      kind: act,
      actId,
      at,
      by: by?.personId ?? null,
      organisationId: by?.position.organisationId ?? null,
      detail: detailOf(row, detail),
      text: reason === undefined ? undefined : { reason },
      relay: true,
    });
  }
}

/** @throws DomainError REASON_MISSING */
function requireReason({ act, reason }: CorrectionCommand): void {
  if (correctionRules[act].reason === 'required' && isBlank(reason)) {
    throw new DomainError('REASON_MISSING', { field: 'reason' });
  }
}
