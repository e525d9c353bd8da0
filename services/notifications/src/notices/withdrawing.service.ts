import { Injectable } from '@nestjs/common';
import { DataSource, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { effectiveRightsOf } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError, inTransaction, once } from '@dengke/service-kit';
import { NoticeActsService } from './notice-acts.service';
import type { Acting } from './notice-acts.service';
import { progressOf } from './notice-facts';
import type { NoticeProgress } from './notice-facts';
import { Notice } from './notice.entity';
import { requireOwn } from './overseeing.service';

/**
 * Withdrawing a letter (P4): nothing more is done to it, and it stays where it can be seen, marked; those it was sent to are told by its workflow. A
 * county, which only forwards (P3), takes its forwarding back as long as nobody below has answered.
 */
@Injectable()
export class WithdrawingService {
  constructor(
    private readonly database: DataSource,
    private readonly acts: NoticeActsService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, ACT_NOT_PERMITTED, REASON_MISSING, NOTICE_ANSWERED */
  withdraw(me: Caller, key: string, id: string, reason: string): Promise<NoticeProgress> {
    const at = this.clock.now();
    const { personId, position } = me;
    return inTransaction(this.database, (manager) =>
      once(manager, { personId, key, body: { act: 'withdrawNotice', id, reason }, at }, async () => {
        await requireOwn(manager, id, position.organisationId);
        const acting = { by: me, at, actId: actIdOf(personId, key), reason };
        const row = await this.acts.onNotice(manager, { id, act: 'withdraw' }, acting, async (notice) => {
          if (!effectiveRightsOf(position).has('notice.issue')) {
            await requireUnanswered(manager, notice);
          }
          return {};
        });
        await this.takeBackForwarding(manager, row, acting);
        return progressOf(row);
      }),
    );
  }

  /** Of the letter it enclosed: not forwarded any more, where that was the only time. What was withdrawn above already stays as it is. */
  private async takeBackForwarding(manager: EntityManager, { id, parentId, issuerId }: Notice, acting: Acting): Promise<void> {
    const parent = parentId === null ? null : await manager.findOneBy(Notice, { id: parentId, state: Not('withdrawn') });
    if (parent === null || (await manager.existsBy(Notice, { parentId: parent.id, issuerId, state: Not('withdrawn') }))) {
      return;
    }
    const what = { noticeId: parent.id, organisationId: issuerId, act: 'withdrawForward' } as const;
    await this.acts.onCopy(manager, what, acting, () => ({ set: { forwardedAt: null }, detail: { byNoticeId: id } }));
  }
}

/** The letter is held, so that who answers meanwhile comes before or finds it withdrawn. @throws DomainError NOTICE_ANSWERED */
async function requireUnanswered(manager: EntityManager, { id, rootId, path }: Readonly<Notice>): Promise<void> {
  await manager.query('select id from notice where id = ? for update', [id]);
  const [answered] = await manager.query<unknown[]>(
    `select 1 from notice_copy c join notice n on n.id = c.noticeId
      where n.rootId = ? and n.path like concat(?, '%') and c.answeredAt is not null limit 1 lock in share mode`,
    [rootId, path],
  );
  if (answered !== undefined) {
    throw new DomainError('NOTICE_ANSWERED');
  }
}
