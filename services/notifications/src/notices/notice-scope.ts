import type { Caller } from '@dengke/contract';

/** A condition over `notice n`: what somebody's organisation has to do with. */
export interface NoticeScope {
  sql: string;
  parameters: unknown[];
}

/** It issued the letter, or one that this one encloses: it asks, and sees who answers. A path holds ids of ours and slashes, no wildcard. */
export const overseen = ({ position }: Pick<Caller, 'position'>): NoticeScope => ({
  sql: `exists (select 1 from notice a where a.rootId = n.rootId and a.issuerId = ? and n.path like concat(a.path, '%'))`,
  parameters: [position.organisationId],
});

/** That, or it received the letter, alone or enclosed in another. What others received and answered it does not see. */
export const readable = (me: Pick<Caller, 'position'>): NoticeScope => {
  const own = overseen(me);
  return {
    sql: `(${own.sql} or exists (select 1 from notice d join notice_copy r on r.noticeId = d.id
            where d.rootId = n.rootId and d.path like concat(n.path, '%') and r.organisationId = ?))`,
    parameters: [...own.parameters, me.position.organisationId],
  };
};
