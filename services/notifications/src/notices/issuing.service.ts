import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { endOfDay, shanghaiDateOf } from '@dengke/calendar';
import { loosenedBy } from '@dengke/contract';
import type { Caller, Instant, NoticeDemand } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, isDuplicate, once } from '@dengke/service-kit';
import { Organisation } from '../recipients/organisation.entity';
import { NoticeActsService } from './notice-acts.service';
import { NoticeCopy } from './notice-copy.entity';
import { progressOf } from './notice-facts';
import type { NoticeProgress } from './notice-facts';
import { NoticeFilesService } from './notice-files.service';
import { Notice } from './notice.entity';

/** What the issuer writes; whom it goes to is a part of those directly below, without it all of them. */
export interface Letter extends Partial<NoticeDemand> {
  documentNumber?: string | null;
  title: string;
  body: string;
  annexIds?: string[];
  addresseeIds?: string[];
}

const ROWS_AT_ONCE = 1_000;

/** Sending a letter down the cascade: a new one, or one that encloses what was received (S1, S20, S35, S41, P4). */
@Injectable()
export class IssuingService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: NoticeActsService,
    private readonly files: NoticeFilesService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOBODY_ADDRESSED, DOCUMENT_NUMBER_TAKEN, INVALID_INPUT, UNAVAILABLE */
  issue(me: Caller, key: string, letter: Letter): Promise<NoticeProgress> {
    const body = { act: 'issueNotice', ...letter };
    return this.acting(me, key, body, (manager, at) => this.write(manager, me, letter, { at, key, enclosed: null }));
  }

  /** @throws DomainError NOT_FOUND for what was not received, NOTICE_LOOSENED, ACT_NOT_PERMITTED unless signed for, and as `issue` */
  forward(me: Caller, key: string, noticeId: string, letter: Letter): Promise<NoticeProgress> {
    const { organisationId } = me.position;
    return this.acting(me, key, { act: 'forwardNotice', noticeId, ...letter }, async (manager, at) => {
      let written: NoticeProgress | undefined;
      const acting = { by: me, at, actId: actIdOf(me.personId, key) };
      await this.acts.onCopy(manager, { noticeId, organisationId, act: 'forward' }, acting, async ({ forwardedAt }, enclosed) => {
        written = await this.write(manager, me, letter, { at, key, enclosed });
        return { set: { forwardedAt: forwardedAt ?? at }, detail: { byNoticeId: written.id } };
      });
      return written as NoticeProgress;
    });
  }

  private async acting(
    { personId }: Caller,
    key: string,
    body: unknown,
    fn: (manager: EntityManager, at: Instant) => Promise<NoticeProgress>,
  ): Promise<NoticeProgress> {
    const at = this.clock.now();
    try {
      return await inTransaction(this.database, (manager) => once(manager, { personId, key, body, at }, () => fn(manager, at)));
    } catch (error) {
      throw isDuplicate(error) ? new DomainError('DOCUMENT_NUMBER_TAKEN', { field: 'documentNumber' }) : error;
    }
  }

  private async write(
    manager: EntityManager,
    me: Caller,
    letter: Letter,
    { at, key, enclosed }: { at: Instant; key: string; enclosed: Readonly<Notice> | null },
  ): Promise<NoticeProgress> {
    const { organisationId: issuerId } = me.position;
    const demand = demandOf(letter, enclosed, at);
    const addressees = await addresseesOf(manager, issuerId, letter.addresseeIds);
    const id = uuidv7();
    const { documentNumber = null, title, body, annexIds = [] } = letter;
    const row: Notice = {
      ...{ id, rootId: enclosed?.rootId ?? id, parentId: enclosed?.id ?? null, path: `${enclosed?.path ?? '/'}${id}/` },
      ...{ issuerId, issuedBy: me.personId, documentNumber, title, body, ...demand },
      ...{ state: 'issued', issuedAt: at, dueAt: demand.dueOn === null ? null : endOfDay(demand.dueOn) },
      ...{ urgedOn: null, steps: 0, toldFact: 0, lastFact: 1, version: 1 },
    };
    const acting = { by: me, at, actId: actIdOf(me.personId, key) };
    await this.acts.begin(manager, row, acting, { parentId: row.parentId, addressees: addressees.length });
    await this.files.bind(manager, issuerId, annexIds, { noticeId: id });
    for (let from = 0; from < addressees.length; from += ROWS_AT_ONCE) {
      await manager.insert(
        NoticeCopy,
        addressees.slice(from, from + ROWS_AT_ONCE).map((organisationId) => ({
          ...{ id: uuidv7(), noticeId: id, organisationId, state: 'sent' as const, sentAt: at, version: 1 },
        })),
      );
    }
    return progressOf(row);
  }
}

/** What the letter asks: its own, and what the enclosed one asks of everybody below. @throws DomainError INVALID_INPUT, NOTICE_LOOSENED */
function demandOf(letter: Letter, enclosed: Readonly<Notice> | null, at: Instant): NoticeDemand {
  const inherited = enclosed?.reach === 'cascade' ? enclosed : null;
  const form = letter.form ?? inherited?.form ?? null;
  const dueOn = letter.dueOn ?? inherited?.dueOn ?? null;
  const own = { form, dueOn, reach: letter.reach ?? 'cascade', isPublic: letter.isPublic ?? false };
  const isPast = dueOn !== null && dueOn < shanghaiDateOf(at) && dueOn !== inherited?.dueOn;
  if ((form === null) !== (dueOn === null) || isPast) {
    throw new DomainError('INVALID_INPUT', { fields: [{ field: form === null ? 'form' : 'dueOn', reason: 'demand' }] });
  }
  const loosened = enclosed === null ? null : loosenedBy(enclosed, own);
  if (loosened !== null) {
    throw new DomainError('NOTICE_LOOSENED', { field: loosened, enclosed: enclosed?.[loosened] ?? null });
  }
  return own;
}

/**
 * Those directly below in the notice graph, or the part that is chosen.
 * @throws DomainError NOBODY_ADDRESSED; UNAVAILABLE while the issuer is not known here yet: then those below it are not either
 */
async function addresseesOf(manager: EntityManager, issuerId: string, chosen: readonly string[] | undefined): Promise<string[]> {
  const wanted = chosen === undefined ? undefined : [...new Set(chosen)];
  const below = { noticeParentId: issuerId, closed: false, ...(wanted === undefined ? {} : { id: In(wanted) }) };
  const found = await manager.find(Organisation, { where: below, order: { id: 'ASC' }, select: { id: true } });
  if (found.length === 0 || (wanted !== undefined && found.length !== wanted.length)) {
    if (!(await manager.existsBy(Organisation, { id: issuerId }))) {
      throw new DomainError('UNAVAILABLE');
    }
    throw new DomainError('NOBODY_ADDRESSED', { field: 'addresseeIds' });
  }
  return found.map(({ id }) => id);
}
