import type { Caller, PartialForm } from '@dengke/contract';
import { differences, merge, refit, schemaId } from '@dengke/contract/forms';
import type { FieldChange, FormSchema, LoggedChange, Merged, StoredForm } from '@dengke/contract/forms';
import { BusinessClock, DomainError, inTransaction } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { AccountsClient } from '../accounts-client';
import { FormEditions, inStoredWriting, shaped, shapedChanges, stored } from '../forms/form-editions';
import { requirePeopleOf } from './completers-check';
import { DraftChange } from './draft-change.entity';
import { Draft } from './draft.entity';
import { lockedDraft, mayBeStored, ownDraft } from './draft-rows';
import type { ChangeDraftDto, EditDraftDto, FieldChangeLine, MoveDraftDto } from './drafts.dto';
import { liveSubmissionOf } from './submitted-drafts';

/** What a draft becomes by one change. */
type Becomes = Pick<Draft, 'form' | 'formSchema' | 'setAside'>;

/** Changing drafts: each change under the row's lock, each changed field logged with who, when and what stood there. */
@Injectable()
export class EditingService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly accounts: AccountsClient,
    private readonly editions: FormEditions,
  ) {}

  /** The whole form anew. @throws DomainError VERSION_CONFLICT with the present version, and as a new draft would be refused */
  async change(me: Caller, id: string, { version, form: given }: ChangeDraftDto): Promise<void> {
    const unitId = me.position.organisationId;
    const before = await ownDraft(this.database.manager, id, unitId);
    const schema = this.editions.of(this.editions.byId(before.formSchema).year, given);
    const form = shaped(schema, given);
    mayBeStored(form, unitId);
    await requirePeopleOf(this.accounts, unitId, form, before.form);
    await this.onVersion(me, id, version, ({ setAside }) => ({
      form,
      formSchema: schema.id,
      setAside: Object.fromEntries(Object.entries(setAside).filter(([field]) => !(field in form))),
    }));
  }

  /**
   * Another edition of the form, for another registration year. What was submitted keeps the edition of its first submission.
   * @throws DomainError NOT_FOUND also for an edition, ACT_NOT_PERMITTED, VERSION_CONFLICT
   */
  async move(me: Caller, id: string, { version, year }: MoveDraftDto): Promise<void> {
    await this.onVersion(me, id, version, async (draft, manager) => {
      const schema = this.editions.byId(schemaId(draft.form.category ?? 'common', year));
      if ((await liveSubmissionOf(manager, id)) !== null) {
        throw new DomainError('ACT_NOT_PERMITTED', { rule: 'P27' });
      }
      return this.refitted(schema, draft);
    });
  }

  /**
   * Single fields, changed on the version `base`: what others changed meanwhile stays. All of it is stored or nothing.
   * @throws DomainError FIELD_CONFLICT with base, mine and theirs of each field that both changed, and as `change`
   */
  async edit(me: Caller, id: string, { base, changes }: EditDraftDto): Promise<void> {
    const unitId = me.position.organisationId;
    await this.requireCompleters(unitId, id, base, changes);
    await inTransaction(this.database, async (manager) => {
      const draft = await lockedDraft(manager, id, unitId);
      const becomes = this.edited(draft, changes, await logAfter(manager, id, base));
      mayBeStored(becomes.form, unitId);
      await this.store(manager, me, draft, becomes, becomes.applied);
    });
  }

  /** Who changed which field last, and when. @throws DomainError NOT_FOUND */
  async changes(me: Caller, id: string): Promise<FieldChangeLine[]> {
    await ownDraft(this.database.manager, id, me.position.organisationId);
    const all = await this.database.manager.find(DraftChange, { where: { draftId: id }, order: { version: 'ASC', field: 'ASC' } });
    const last = new Map(all.map((line) => [line.field, line]));
    return [...last.values()].map(({ field, version, changedBy, changedAt }) => ({ field, version, by: changedBy, at: changedAt }));
  }

  /** Asked before the lock: accounts answers over the network. */
  private async requireCompleters(unitId: string, id: string, base: number, changes: readonly FieldChange[]): Promise<void> {
    const { manager } = this.database;
    const draft = await ownDraft(manager, id, unitId);
    if (changes.some(({ field }) => field.startsWith('completers'))) {
      const { form } = this.edited(draft, changes, await logAfter(manager, id, base));
      await requirePeopleOf(this.accounts, unitId, form, draft.form);
    }
  }

  /** Conflicts come first: a field that another category has taken away is no unknown field to who still saw it. */
  private edited(draft: Draft, changes: readonly FieldChange[], log: readonly DraftChange[]): Becomes & Pick<Merged, 'applied'> {
    const before = stored(draft.form);
    const present = this.editions.byId(draft.formSchema);
    const cleaned = changes.map(({ field, to }) => inStoredWriting(present, before, { field, to: to ?? undefined }));
    const { conflicts } = merge(before, log.map(asLogged), cleaned);
    if (conflicts.length > 0) {
      throw new DomainError('FIELD_CONFLICT', {
        version: draft.version,
        conflicts: conflicts.map((one) => ({ ...one, ...whose(one, log) })),
      });
    }
    const category = cleaned.find(({ field }) => field === 'category');
    const schema = category === undefined ? present : this.editions.of(present.year, { category: category.to } as PartialForm);
    const ground = this.refitted(schema, draft);
    const { form, applied } = merge(stored(ground.form), [], shapedChanges(schema, stored(ground.form), cleaned));
    return { ...ground, form, applied: category === undefined ? applied : differences(before, form) };
  }

  private refitted(schema: FormSchema, { form, formSchema, setAside }: Draft): Becomes {
    const fitted = refit(this.editions.byId(formSchema), schema, { form: stored(form), setAside: setAside as StoredForm });
    return { ...fitted, formSchema: schema.id };
  }

  /** Compares and sets. @throws DomainError VERSION_CONFLICT with the present version */
  private onVersion(
    me: Caller,
    id: string,
    version: number,
    change: (draft: Draft, manager: EntityManager) => Becomes | Promise<Becomes>,
  ): Promise<void> {
    return inTransaction(this.database, async (manager) => {
      const draft = await lockedDraft(manager, id, me.position.organisationId);
      if (draft.version !== version) {
        throw new DomainError('VERSION_CONFLICT', { current: { id, version: draft.version, changedAt: draft.changedAt } });
      }
      const becomes = await change(draft, manager);
      await this.store(manager, me, draft, becomes, differences(stored(draft.form), stored(becomes.form)), true);
    });
  }

  private async store(
    manager: EntityManager,
    me: Caller,
    { id, version: seen }: Draft,
    { form, formSchema, setAside }: Becomes,
    applied: Merged['applied'],
    always = false,
  ): Promise<void> {
    if (applied.length === 0 && !always) {
      return;
    }
    const [version, changedAt] = [seen + 1, this.clock.now()];
    await manager.createQueryBuilder().update(Draft).set({ form, formSchema, setAside, changedAt }).where({ id }).execute();
    if (applied.length > 0) {
      const lines = applied.map(({ field, former }) => ({ draftId: id, version, field, former: { was: former } }));
      await manager.insert(
        DraftChange,
        lines.map((line) => ({ ...line, changedBy: me.personId, changedAt })),
      );
    }
  }
}

const logAfter = (manager: EntityManager, draftId: string, base: number): Promise<DraftChange[]> =>
  manager.findBy(DraftChange, { draftId, version: MoreThan(base) });

const asLogged = ({ version, field, former }: DraftChange): LoggedChange => ({ version, field, former: (former as { was?: unknown }).was });

const whose = ({ version }: { version: number }, log: readonly DraftChange[]): { by?: string; at?: string } => {
  const line = log.find((one) => one.version === version);
  return line === undefined ? {} : { by: line.changedBy, at: line.changedAt };
};
