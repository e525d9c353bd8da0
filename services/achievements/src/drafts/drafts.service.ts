import { shanghaiDateOf } from '@dengke/calendar';
import { amountsOf, refit, schemaId } from '@dengke/contract/forms';
import type { FormSchema, StoredForm } from '@dengke/contract/forms';
import type { Caller, Evidence, RegistrationForm } from '@dengke/contract';
import { BusinessClock, DomainError, inTransaction } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AccountsClient } from '../accounts-client';
import { EvidenceFile } from '../evidence/evidence.entity';
import { evidenceOf } from '../evidence/evidence-rows';
import { FormEditions, shaped, stored } from '../forms/form-editions';
import { Draft } from './draft.entity';
import type { DraftForm } from './draft.entity';
import type { ChangeDraftDto, CreateDraftDto, DraftLine, DraftPage, DraftsQuery, DraftView, MoveDraftDto } from './drafts.dto';
import { liveSubmissionOf, wasSubmitted } from './submitted-drafts';

/** A draft under its row lock, as it is about to be submitted. `form` is whole once `refusalsOf` has nothing against it. */
export interface LockedDraft {
  form: RegistrationForm;
  /** What it was filled in under. */
  schema: FormSchema;
  evidence: Evidence[];
  /** The live or registered submission that was made from it; a second one is refused (P19). */
  liveSerial: string | null;
}

/** Drafts of completing units. Everything is limited to the caller's own unit; to others a draft does not exist. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly accounts: AccountsClient,
    private readonly editions: FormEditions,
  ) {}

  /** @throws DomainError SECRECY_NOT_DECLARED, CLASSIFIED_EXCLUDED, NOT_FIRST_UNIT, INVALID_INPUT for a completer who is nobody of the unit; nothing is stored then */
  async create(me: Caller, dto: CreateDraftDto): Promise<DraftView> {
    const unitId = me.position.organisationId;
    const at = this.clock.now();
    const schema = this.editions.of(Number(shanghaiDateOf(at).slice(0, 4)), dto.form);
    const form = shaped(schema, dto.form);
    mayBeStored(form, unitId);
    await this.requirePeopleOf(unitId, form);
    const id = uuidv7();
    await this.database.manager.insert(Draft, {
      id,
      unitId,
      ownerId: me.personId,
      form,
      formSchema: schema.id,
      setAside: {},
      version: 1,
      createdAt: at,
      changedAt: at,
    });
    return this.view(me, id);
  }

  async list(me: Caller, { cursor, limit }: DraftsQuery): Promise<DraftPage> {
    const query = this.database.manager
      .createQueryBuilder(Draft, 'draft')
      .where('draft.unitId = :unitId', { unitId: me.position.organisationId })
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
    return { id, version, formSchema, form, setAside, amounts, evidence: await evidenceOf(manager, id), changedAt };
  }

  /** @throws DomainError VERSION_CONFLICT with the present version, and as `create` */
  async change(me: Caller, id: string, { version, ...dto }: ChangeDraftDto): Promise<DraftView> {
    const unitId = me.position.organisationId;
    const { manager } = this.database;
    const before = await ownDraft(manager, id, unitId);
    const schema = this.editions.of(this.editions.byId(before.formSchema).year, dto.form);
    const form = shaped(schema, dto.form);
    mayBeStored(form, unitId);
    await this.requirePeopleOf(unitId, form, before.form);
    const setAside = Object.fromEntries(Object.entries(before.setAside).filter(([field]) => !(field in form)));
    await this.store(id, unitId, version, { form, formSchema: schema.id, setAside });
    return this.view(me, id);
  }

  /**
   * Another edition of the form, for another registration year. What was submitted keeps the edition of its first submission.
   * @throws DomainError NOT_FOUND also for an edition, ACT_NOT_PERMITTED, VERSION_CONFLICT
   */
  async move(me: Caller, id: string, { version, year }: MoveDraftDto): Promise<DraftView> {
    const unitId = me.position.organisationId;
    const draft = await ownDraft(this.database.manager, id, unitId);
    if ((await liveSubmissionOf(this.database.manager, id)) !== null) {
      throw new DomainError('ACT_NOT_PERMITTED', { rule: 'P27' });
    }
    const schema = this.editions.byId(schemaId(draft.form.category ?? 'common', year));
    const refitted = refit(schema, { form: stored(draft.form), setAside: draft.setAside as StoredForm });
    await this.store(id, unitId, version, { ...refitted, formSchema: schema.id });
    return this.view(me, id);
  }

  /** Compares and sets. @throws DomainError VERSION_CONFLICT with the present version */
  private async store(id: string, unitId: string, version: number, set: Pick<Draft, 'form' | 'formSchema' | 'setAside'>): Promise<void> {
    const { manager } = this.database;
    const changed = manager
      .createQueryBuilder()
      .update(Draft)
      .set({ ...set, changedAt: this.clock.now() });
    const { affected } = await changed.where({ id, unitId, version }).execute();
    if (affected !== 1) {
      const current = await ownDraft(manager, id, unitId);
      throw new DomainError('VERSION_CONFLICT', { current: { id, version: current.version, changedAt: current.changedAt } });
    }
  }

  /** What was submitted stays with its submission. @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED */
  async remove(me: Caller, id: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      await lockedDraft(manager, id, me.position.organisationId);
      if (await wasSubmitted(manager, id)) {
        throw new DomainError('ACT_NOT_PERMITTED', { rule: 'P27' });
      }
      await manager.update(EvidenceFile, { draftId: id, removedAt: IsNull() }, { removedAt: this.clock.now() });
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

  /** A unit has closed: what its people had begun goes on at its successor. */
  async moveTo(successorId: string, closedId: string): Promise<void> {
    await this.database.query('UPDATE draft SET unitId = ? WHERE unitId = ?', [successorId, closedId]);
  }

  /** For what hangs on a draft: see that it is the caller's unit's, and hold its row. @throws DomainError NOT_FOUND */
  async lock(manager: EntityManager, draftId: string, me: Caller): Promise<void> {
    await lockedDraft(manager, draftId, me.position.organisationId);
  }

  /** Who stood in the form before may have left the unit since, and stays. */
  private async requirePeopleOf(unitId: string, form: DraftForm, before: DraftForm = {}): Promise<void> {
    const known = new Set(before.completers?.map(({ personId }) => personId));
    const isNew = ({ personId }: { personId?: string }): boolean => personId !== undefined && !known.has(personId);
    if (!form.completers?.some(isNew)) {
      return;
    }
    const people = new Set((await this.accounts.peopleOf(unitId)).map(({ personId }) => personId));
    const strangers = form.completers.flatMap((completer, index) =>
      isNew(completer) && !people.has(completer.personId ?? '') ? [{ field: `completers[${index}].personId`, reason: 'personOfUnit' }] : [],
    );
    if (strangers.length > 0) {
      throw new DomainError('INVALID_INPUT', { fields: strangers });
    }
  }
}

async function ownDraft(manager: EntityManager, id: string, unitId: string): Promise<Draft> {
  return found(await manager.findOneBy(Draft, { id, unitId }));
}

async function lockedDraft(manager: EntityManager, id: string, unitId: string): Promise<Draft> {
  return found(await manager.findOne(Draft, { where: { id, unitId }, lock: { mode: 'pessimistic_write' } }));
}

function found(draft: Draft | null): Draft {
  if (draft === null) {
    throw new DomainError('NOT_FOUND');
  }
  return draft;
}

/** Secrecy is declared before anything is stored (P17, S49), and a draft is made for the unit of who writes it (P18). */
function mayBeStored({ secrecy, units }: DraftForm, unitId: string): void {
  if (secrecy !== 'public') {
    throw new DomainError(secrecy === undefined ? 'SECRECY_NOT_DECLARED' : 'CLASSIFIED_EXCLUDED', { rule: 'P17 S49', field: 'secrecy' });
  }
  const firstUnitId = units?.[0]?.unitId;
  if (firstUnitId !== undefined && firstUnitId !== unitId) {
    throw new DomainError('NOT_FIRST_UNIT', { rule: 'P18 S27 S61', field: 'units.0.unitId' });
  }
}

const asLine = ({ id, version, form, changedAt }: Draft): DraftLine => ({
  id,
  version,
  name: form.name ?? null,
  category: form.category ?? null,
  changedAt,
});
