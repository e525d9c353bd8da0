import type { Caller } from '@dengke/contract';
import { actIdOf, BlobStore, BusinessClock, DomainError, inTransaction, isSecretOf, Ledger, once, PersonalData } from '@dengke/service-kit';
import type { Downloadable, TimelineEntry } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { subjectOf } from '../acts/facts';
import { Submission } from '../acts/submission.entity';
import { isFrozen, refuseSealed } from '../drafts/submitted-drafts';
import { ScansService } from '../evidence/scans.service';
import { SubmissionsService } from '../submissions/submissions.service';
import { ObjectionFile } from './objection-file.entity';
import { Objection } from './objection.entity';
import { objectionSubject } from './objection-subject';
import type {
  HandlingDto,
  ObjectionLineDto,
  ObjectionListDto,
  ObjectionPageDto,
  ObjectionsQuery,
  ObjectionStandingDto,
  SenderDto,
  UnitObjectionDto,
} from './objections.dto';

const PAGE = 100;
/** What its unit may see: those that the registrar has taken up. */
const takenUp = ['accepted', 'overruled', 'upheld'] as const;

/** Reading objections: their sender by secret, the department on the submission's route, and of the accepted ones what they say its unit. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly personal: PersonalData,
    private readonly blobs: BlobStore,
    private readonly scans: ScansService,
    private readonly submissions: SubmissionsService,
    private readonly clock: BusinessClock,
  ) {}

  /** A wrong secret and an unknown receipt look alike. @throws DomainError NOT_FOUND */
  async standing(receipt: string, secret: string | undefined): Promise<ObjectionStandingDto> {
    const row = await this.database.manager.findOneBy(Objection, { receipt });
    if (row === null || secret === undefined || !isSecretOf(secret, row.secretDigest)) {
      throw new DomainError('NOT_FOUND');
    }
    return { ...standingOf(row), reason: reasonIn(await this.decisionsOn(row)) };
  }

  async list(me: Caller, { state, after }: ObjectionsQuery): Promise<ObjectionListDto> {
    const where = { deskId: me.position.organisationId, ...(state && { state }), ...(after && { receipt: MoreThan(after) }) };
    const rows = await this.database.manager.find(Objection, { where, order: { receipt: 'ASC' }, take: PAGE + 1 });
    const shown = rows.slice(0, PAGE);
    const items = await Promise.all(shown.map(async (row) => lineOf(row, await this.decisionsOn(row))));
    return { items, next: rows.length > PAGE ? (shown.at(-1)?.receipt ?? null) : null };
  }

  /** @throws DomainError NOT_FOUND, SECRECY_SUSPECTED */
  async page(me: Caller, receipt: string): Promise<ObjectionPageDto> {
    const row = await this.readable(me, receipt);
    const [own, decisions, files] = await Promise.all([
      this.ledger.timeline(objectionSubject(receipt)),
      this.decisionsOn(row),
      this.database.manager.find(ObjectionFile, { where: { receipt }, order: { part: 'ASC' } }),
    ]);
    return {
      ...lineOf(row, decisions),
      grounds: wordsIn(own[0], 'grounds'),
      name: masked(this.personal.open('objection.name', receipt, row.name), 1),
      contact: masked(this.personal.open('objection.contact', receipt, row.contact), 3),
      files: files.map(({ part, fileName, mediaType, bytes }) => ({ part, fileName, mediaType, bytes })),
      handling: [...own.slice(1), ...decisions].sort((one, other) => one.at.localeCompare(other.at)).map(handlingOf),
    };
  }

  /** @throws DomainError NOT_FOUND, SECRECY_SUSPECTED, FILE_INFECTED, NOT_YET_SCANNED */
  async file(me: Caller, receipt: string, part: string): Promise<Downloadable> {
    await this.readable(me, receipt);
    const file = await this.database.manager.findOneBy(ObjectionFile, { receipt, part });
    if (file === null) {
      throw new DomainError('NOT_FOUND');
    }
    await this.scans.requireUsable(file);
    const { sha256, mediaType, bytes, fileName } = file;
    return { mediaType, bytes, fileName, open: (range) => this.blobs.read(sha256, range) };
  }

  /** Who sent it, whole, for a reason that is recorded. */
  async reveal(me: Caller, key: string, receipt: string, reason: string): Promise<SenderDto> {
    const row = await this.visible(me, receipt);
    await this.record(me, key, row, { kind: 'reveal', text: { reason } });
    return {
      name: this.personal.open('objection.name', receipt, row.name),
      contact: this.personal.open('objection.contact', receipt, row.contact),
    };
  }

  /** What the registrar found out, heard or asked. */
  async note(me: Caller, key: string, receipt: string, words: string): Promise<ObjectionPageDto> {
    await this.say(me, key, await this.readable(me, receipt), 'note', words);
    return this.page(me, receipt);
  }

  /** What a party of the submission may see: what is said against it, never by whom. @throws DomainError NOT_FOUND, SECRECY_SUSPECTED */
  async ofSubmission(me: Caller, serial: string): Promise<UnitObjectionDto[]> {
    const { draftId } = await this.submissions.visible(me, serial);
    await refuseSealed(this.database.manager, draftId);
    const rows = await this.database.manager.find(Objection, { where: { serial, state: In(takenUp) }, order: { receipt: 'ASC' } });
    return Promise.all(
      rows.map(async ({ receipt, kinds, state, acceptedAt }) => {
        const [came, ...since] = await this.ledger.timeline(objectionSubject(receipt));
        const answers = since.filter(({ kind }) => kind === 'answer').map((entry) => ({ at: entry.at, words: wordsIn(entry, 'words') }));
        return { receipt, kinds, state, acceptedAt, grounds: wordsIn(came, 'grounds'), answers };
      }),
    );
  }

  /** The unit's answer to what was accepted. @throws DomainError NOT_FOUND, OBJECTION_DECIDED, SECRECY_SUSPECTED */
  async answer(
    me: Caller,
    key: string,
    { serial, receipt, words }: { serial: string; receipt: string; words: string },
  ): Promise<UnitObjectionDto[]> {
    const { unitId } = await this.submissions.visible(me, serial);
    const row = await this.database.manager.findOneBy(Objection, { receipt, serial, state: In(takenUp) });
    if (row === null || unitId !== me.position.organisationId) {
      throw new DomainError('NOT_FOUND');
    }
    if (row.state !== 'accepted') {
      throw new DomainError('OBJECTION_DECIDED');
    }
    await this.say(me, key, row, 'answer', words);
    return this.ofSubmission(me, serial);
  }

  /** @throws DomainError NOT_FOUND for unknown and for another desk's alike */
  async visible(me: Caller, receipt: string): Promise<Objection> {
    const row = await this.database.manager.findOneBy(Objection, { receipt, deskId: me.position.organisationId });
    if (row === null) {
      throw new DomainError('NOT_FOUND');
    }
    return row;
  }

  /** With what it says of the achievement. @throws DomainError NOT_FOUND, SECRECY_SUSPECTED */
  private async readable(me: Caller, receipt: string): Promise<Objection> {
    const row = await this.visible(me, receipt);
    const { manager } = this.database;
    const { draftId } = await manager.findOneByOrFail(Submission, { serial: row.serial });
    await refuseSealed(manager, draftId);
    return row;
  }

  /** Words of it, under the submission's lock: a suspicion comes before them or after. @throws DomainError SECRECY_SUSPECTED */
  private say(me: Caller, key: string, row: Objection, kind: 'note' | 'answer', words: string): Promise<void> {
    return this.record(me, key, row, { kind, text: { words } }, async (manager) => {
      await this.ledger.lockHead(manager, subjectOf(row.serial));
      await refuseSealed(manager, (await manager.findOneByOrFail(Submission, { serial: row.serial })).draftId);
    });
  }

  private async record(
    me: Caller,
    key: string,
    row: Objection,
    { kind, text }: { kind: string; text: Record<string, string> },
    permitted?: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const at = this.clock.now();
    const { personId, position } = me;
    const { receipt, serial, deskId } = row;
    await inTransaction(this.database, (manager) =>
      once(manager, { personId, key, body: { act: kind, receipt, ...text }, at }, async () => {
        await permitted?.(manager);
        const entry = { kind, actId: actIdOf(personId, key), at, by: personId, organisationId: position.organisationId, relay: false };
        await this.ledger.record(manager, objectionSubject(receipt), { ...entry, detail: { receipt, serial, deskId }, text });
        return null;
      }),
    );
  }

  /** What the registrar did with it stands in the submission's ledger, and is read no more than that while it is sealed (P17). */
  private async decisionsOn({ receipt, serial, state }: Objection): Promise<TimelineEntry[]> {
    if (state === 'received' || state === 'not-accepted') {
      return [];
    }
    const { manager } = this.database;
    if (await isFrozen(manager, (await manager.findOneByOrFail(Submission, { serial })).draftId)) {
      return [];
    }
    const entries = await this.ledger.timeline(subjectOf(serial));
    return entries.filter(({ detail }) => detail['objection'] === receipt);
  }
}

const standingOf = ({ receipt, state, flaw, serial, receivedAt, acceptedAt, closedAt }: Objection) => ({
  ...{ receipt, state, flaw, serial, receivedAt, acceptedAt, closedAt },
});

const lineOf = (row: Objection, decisions: readonly TimelineEntry[]): ObjectionLineDto => ({
  ...{ ...standingOf(row), kinds: row.kinds, objector: row.objector, disposeOn: row.disposeOn },
  reason: reasonIn(decisions),
});

function wordsIn(entry: TimelineEntry | undefined, name: string): string | null {
  const words = entry?.text?.[name];
  return typeof words === 'string' ? words : null;
}

const reasonIn = (decisions: readonly TimelineEntry[]): string | null =>
  wordsIn(
    decisions.findLast(({ kind }) => kind !== 'hold'),
    'reason',
  );

const handlingOf = (entry: TimelineEntry): HandlingDto => ({
  ...{ act: entry.kind, at: entry.at, by: entry.by },
  words: wordsIn(entry, 'words') ?? wordsIn(entry, 'reason'),
});

/** Enough to recognise what one knows: the first signs alone. */
const masked = (text: string | null, shown: number): string | null => (text === null ? null : `${[...text].slice(0, shown).join('')}****`);
