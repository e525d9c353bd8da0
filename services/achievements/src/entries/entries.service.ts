import { effectiveRightsOf } from '@dengke/contract';
import type { Caller, Progress, RegistrationForm, SubmissionAct, SubmissionState } from '@dengke/contract';
import { DomainError, Ledger } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { ActsService } from '../acts/acts.service';
import { subjectOf } from '../acts/facts';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Submission } from '../acts/submission.entity';
import { frozen } from '../drafts/submitted-drafts';
import { SubmissionsService } from '../submissions/submissions.service';
import type { EntryPage, EntryView, EntryWord, OwnEntry, OwnEntryPage } from './entries.dto';
import { NamedEntry } from './named-entry.entity';

/** Frozen ones and what came to nothing are nobody's to see here. */
const seen: readonly SubmissionState[] = ['in-review', 'returned', 'in-publicity', 'registered', 'reported'];
const MOST = 100;
const told = ['confirmEntry', 'dispute', 'settleDispute'];

/** What whoever is named in a submitted form sees and says of his own entry; nothing else of the submission is his to see. */
@Injectable()
export class EntriesService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly acts: ActsService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** Of oneself, and of one's unit where another one submits: whoever acts for it also of its people there; the newest first. */
  async own(me: Caller, serial?: string): Promise<OwnEntry[]> {
    const units = me.position.organisationKind === 'unit' ? await this.submissions.ownOf(me) : [];
    const parties = [`person/${me.personId}`, ...units.map((id) => `unit/${id}`)];
    const ofPeople = units.length === 0 ? 'FALSE' : 'e.unitId IN (:...units) AND (e.personId = :personId OR :speaks)';
    const query = this.database.manager
      .createQueryBuilder(NamedEntry, 'e')
      .innerJoin(Submission, 's', 's.serial = e.serial')
      .where(`(e.party IN (:...parties) OR (${ofPeople})) AND s.state IN (:...seen) AND NOT ${frozen('s.draftId')}`, {
        ...{ parties, units, seen },
        ...{ personId: me.personId, speaks: speaksForUnit(me) },
      })
      .orderBy('e.serial', 'DESC')
      .addOrderBy('e.party', 'DESC')
      .take(MOST);
    const rows = await (serial === undefined ? query : query.andWhere('e.serial = :serial', { serial })).getMany();
    const people = new Map(rows.map((row) => [`${row.serial} ${row.party}`, row]));
    return (await this.shown(rows)).map((view) => {
      const { unitId, personId } = people.get(`${view.serial} ${view.party}`) ?? {};
      const isColleague = unitId !== null && personId !== me.personId;
      return isColleague ? ofColleague(view, personId ?? null) : { ...view, personId: null };
    });
  }

  /** @throws DomainError NOT_FOUND for whom it does not name, as for what does not exist */
  async one(me: Caller, serial: string): Promise<OwnEntryPage[]> {
    const entries = await this.own(me, serial);
    if (entries.length === 0) {
      throw new DomainError('NOT_FOUND');
    }
    return this.withWords(serial, entries);
  }

  /** @throws DomainError NOT_FOUND, NOT_ALLOWED for a unit's entry by whoever does not act for the unit */
  async answer(
    me: Caller,
    key: string,
    serial: string,
    act: 'confirmEntry' | 'dispute',
    say: { entry: string; reason?: string },
  ): Promise<OwnEntryPage[]> {
    const entry = (await this.one(me, serial)).find(({ party }) => party === say.entry);
    if (entry === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    if (entry.as === 'unit' && !speaksForUnit(me)) {
      throw new DomainError('NOT_ALLOWED');
    }
    await this.acts.byPerson(me, key, serial, act satisfies SubmissionAct, {
      entry: entry.party,
      ...(say.reason !== undefined && { reason: say.reason }),
    });
    return this.one(me, serial);
  }

  /** For those who see the whole form: who is named, and what they say. */
  async of(me: Caller, serial: string): Promise<EntryPage[]> {
    await this.submissions.readWhole(me, serial);
    const rows = await this.database.manager.find(NamedEntry, { where: { serial }, order: { party: 'ASC' } });
    return this.withWords(
      serial,
      (await this.shown(rows)).map(({ name: _, open: __, ...view }) => view),
    );
  }

  /** @throws DomainError NOT_FOUND, REASON_MISSING, OWN_SUBMISSION, ACT_NOT_PERMITTED */
  settle(me: Caller, key: string, serial: string, input: { entry: string; reason?: string }): Promise<Progress> {
    return this.acts.byPerson(me, key, serial, 'settleDispute', input);
  }

  private async withWords<E extends EntryView>(serial: string, entries: readonly E[]): Promise<(E & Pick<EntryPage, 'words'>)[]> {
    const timeline = await this.ledger.timeline(subjectOf(serial));
    return entries.map((entry) => {
      const of = timeline.filter(({ kind, detail }) => told.includes(kind) && (detail as { entry?: string }).entry === entry.party);
      const words = of.map(({ kind, at, text }): EntryWord => ({
        act: kind,
        at,
        reason: typeof text?.['reason'] === 'string' ? text['reason'] : null,
      }));
      return { ...entry, words };
    });
  }

  private async shown(rows: readonly NamedEntry[]): Promise<ShownEntry[]> {
    const { manager } = this.database;
    const submissions = new Map(
      (await manager.findBy(Submission, { serial: In(rows.map(({ serial }) => serial)) })).map((row) => [row.serial, row]),
    );
    const where = [...submissions.values()].map(({ serial, round }) => ({ serial, round }));
    const versions = where.length === 0 ? [] : await manager.find(SubmissionVersion, { where });
    const forms = new Map(versions.map(({ serial, form }) => [serial, form]));
    return rows.flatMap((row) => {
      const [submission, form] = [submissions.get(row.serial), forms.get(row.serial)];
      return submission === undefined || form === undefined ? [] : [viewOf(row, submission, form)];
    });
  }
}

/** What anybody may see of it who sees it: never who of another unit's people it is. */
type ShownEntry = Omit<OwnEntry, 'personId'>;

const speaksForUnit = ({ position }: Caller): boolean => effectiveRightsOf(position).has('submission.decide');

/** Enough to say who it is, or that it is nobody of the unit. */
const recognised = ['name', 'gender', 'title', 'workUnit', 'contribution'];
const ofColleague = (view: ShownEntry, personId: string | null): OwnEntry => ({
  ...{ ...view, as: 'colleague', personId },
  entry: view.entry && Object.fromEntries(Object.entries(view.entry).filter(([field]) => recognised.includes(field))),
});

function viewOf(
  { serial, party, field, standing, answeredAt }: NamedEntry,
  { name, stage, state }: Submission,
  form: RegistrationForm,
): ShownEntry {
  const [list, index] = (field ?? '').split('.') as ['units' | 'completers', string];
  const entry = withoutIds((field === null ? {} : (form[list][Number(index)] ?? {})) as Record<string, unknown>);
  return {
    ...{ serial, party, as: party.startsWith('unit/') ? 'unit' : 'completer', standing, answeredAt, name },
    ...{ rank: field === null ? null : Number(index) + 1, entry: field === null ? null : entry },
    open: state === 'in-review' && stage === 'unit',
  };
}

const withoutIds = ({ unitId: _, personId: __, ...entry }: Record<string, unknown>): Record<string, unknown> => entry;
