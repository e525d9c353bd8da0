import { shanghaiDateOf } from '@dengke/calendar';
import { amountsOf } from '@dengke/contract/forms';
import type { FormSchema } from '@dengke/contract/forms';
import { occupyingStates } from '@dengke/contract';
import type { Caller, Evidence, RegistrationForm } from '@dengke/contract';
import { BusinessClock, DomainError, inTransaction, once } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AccountsClient } from '../accounts-client';
import { AchievementsConfig } from '../config';
import { EvidenceFile } from '../evidence/evidence.entity';
import { evidenceOf, unscannedOf } from '../evidence/evidence-rows';
import { FormEditions, shaped } from '../forms/form-editions';
import { disposeOnOfDraft } from '../retention/kept-drafts';
import { requirePeopleOf } from './completers-check';
import { DraftChange } from './draft-change.entity';
import { Draft } from './draft.entity';
import { lockedDraft, mayBeStored, ownDraft } from './draft-rows';
import type { CreateDraftDto, DraftLine, DraftPage, DraftsQuery, DraftView } from './drafts.dto';
import { frozen, liveSubmissionOf, wasSubmitted } from './submitted-drafts';

/** A draft under its row lock, as it is about to be submitted. `form` is whole once `refusalsOf` has nothing against it. */
export interface LockedDraft {
  form: RegistrationForm;
  /** What it was filled in under. */
  schema: FormSchema;
  evidence: Evidence[];
  /** The live or registered submission that was made from it; a second one is refused (P19). */
  liveSerial: string | null;
  /** Of the configuration: P21 is a rule here. */
  extraRequired: boolean;
  unscanned: string[];
}

/** Drafts of completing units. Everything is limited to the caller's own unit; to others a draft does not exist. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly accounts: AccountsClient,
    private readonly editions: FormEditions,
    private readonly config: AchievementsConfig,
  ) {}

  /**
   * @param key sent again with the same form, it is answered with the draft that was begun first
   * @throws DomainError SECRECY_NOT_DECLARED, CLASSIFIED_EXCLUDED, NOT_FIRST_UNIT, INVALID_INPUT for a completer who is nobody of the unit; nothing is stored then
   */
  async create(me: Caller, dto: CreateDraftDto, key?: string): Promise<DraftView> {
    const unitId = me.position.organisationId;
    const at = this.clock.now();
    const schema = this.editions.of(Number(shanghaiDateOf(at).slice(0, 4)), dto.form);
    const form = shaped(schema, dto.form);
    mayBeStored(form, unitId);
    await requirePeopleOf(this.accounts, unitId, form);
    const begin = async (manager: EntityManager): Promise<string> => {
      const id = uuidv7();
      const row = { id, unitId, ownerId: me.personId, form, formSchema: schema.id, setAside: {}, version: 1 };
      await manager.insert(Draft, { ...row, createdAt: at, changedAt: at });
      return id;
    };
    const act = { personId: me.personId, body: { act: 'begin', form: dto.form }, at };
    const id = await (key === undefined
      ? begin(this.database.manager)
      : inTransaction(this.database, (manager) => once(manager, { ...act, key }, () => begin(manager))));
    return this.view(me, id);
  }

  /** What is not submitted; a submission tells of itself, and leads to its draft where it was returned. Nothing tells of what is frozen (P17). */
  async list(me: Caller, { cursor, limit }: DraftsQuery): Promise<DraftPage> {
    const query = this.database.manager
      .createQueryBuilder(Draft, 'draft')
      .where('draft.unitId = :unitId', { unitId: me.position.organisationId })
      .andWhere('NOT EXISTS (SELECT 1 FROM submission s WHERE s.draftId = draft.id AND s.state IN (:...states))', {
        states: occupyingStates,
      })
      .andWhere(`NOT ${frozen('draft.id')}`)
      .orderBy('draft.id', 'DESC')
      .take(limit + 1);
    if (cursor !== undefined) {
      query.andWhere('draft.id < :cursor', { cursor });
    }
    const drafts = await query.getMany();
    const page = drafts.slice(0, limit);
    return { items: page.map(asLine), next: drafts.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  /** @throws DomainError NOT_FOUND outside the caller's unit */
  async view(me: Caller, id: string): Promise<DraftView> {
    const { manager } = this.database;
    const draft = await ownDraft(manager, id, me.position.organisationId);
    const { version, form, formSchema, setAside, changedAt } = draft;
    const amounts = amountsOf(this.editions.byId(formSchema), form);
    const [evidence, disposeOn] = await Promise.all([evidenceOf(manager, id), disposeOnOfDraft(manager, id)]);
    return { id, version, formSchema, form, setAside, amounts, evidence, changedAt, disposeOn };
  }

  /** What was submitted stays with its submission. @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED */
  async remove(me: Caller, id: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      await lockedDraft(manager, id, me.position.organisationId);
      if (await wasSubmitted(manager, id)) {
        throw new DomainError('ACT_NOT_PERMITTED', { rule: 'P27' });
      }
      await manager.update(EvidenceFile, { draftId: id, removedAt: IsNull() }, { removedAt: this.clock.now() });
      await manager.delete(DraftChange, { draftId: id });
      await manager.delete(Draft, { id });
    });
  }

  /** Locks a draft of the unit until the transaction ends. @throws DomainError NOT_FOUND outside the unit */
  async lockForSubmit(manager: EntityManager, draftId: string, unitId: string): Promise<LockedDraft> {
    const { form, formSchema } = await lockedDraft(manager, draftId, unitId);
    return {
      form: form as RegistrationForm,
      schema: this.editions.byId(formSchema),
      evidence: await evidenceOf(manager, draftId),
      liveSerial: (await liveSubmissionOf(manager, draftId))?.serial ?? null,
      extraRequired: this.config.extraRequired,
      unscanned: this.config.clamdAddress === undefined ? [] : await unscannedOf(manager, draftId),
    };
  }

  countOf(unitIds: readonly string[]): Promise<number> {
    return unitIds.length === 0 ? Promise.resolve(0) : this.database.manager.countBy(Draft, { unitId: In([...unitIds]) });
  }

  /** All that a person of a unit has begun is a colleague's from now on. @returns the drafts' ids */
  async handOver(manager: EntityManager, unitId: string, fromPersonId: string, toPersonId: string): Promise<string[]> {
    const own = { unitId, ownerId: fromPersonId };
    const drafts = await manager.find(Draft, {
      select: { id: true },
      where: own,
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await manager.query('UPDATE draft SET ownerId = ? WHERE unitId = ? AND ownerId = ?', [toPersonId, unitId, fromPersonId]);
    return drafts.map(({ id }) => id);
  }

  /** A unit has closed: what its people had begun goes on at its successor, whose own it is from now on to stand first in these forms (P18). */
  async moveTo(successorId: string, closedId: string): Promise<void> {
    await this.database.query(
      "UPDATE draft SET unitId = ?, form = JSON_REPLACE(form, '$.units[0].unitId', ?), version = version + 1 WHERE unitId = ?",
      [successorId, successorId, closedId],
    );
  }

  /** For what hangs on a draft: see that it is the caller's unit's, and hold its row. @throws DomainError NOT_FOUND */
  async lock(manager: EntityManager, draftId: string, me: Caller): Promise<void> {
    await lockedDraft(manager, draftId, me.position.organisationId);
  }
}

const asLine = ({ id, version, form, changedAt }: Draft): DraftLine => ({
  id,
  version,
  name: form.name ?? null,
  category: form.category ?? null,
  changedAt,
});
