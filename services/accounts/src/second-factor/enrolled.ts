import type { EntityManager } from 'typeorm';

/** Whether somebody has a second factor in force, for a column or parameter that names the person. */
export const enrolledSql = (personId: string): string =>
  `(exists (select 1 from totp_secret t where t.personId = ${personId} and t.confirmed = 1)
    or exists (select 1 from passkey k where k.personId = ${personId}))`;

export async function isEnrolled(manager: EntityManager, personId: string): Promise<boolean> {
  const [row] = await manager.query<{ enrolled: number }[]>(`select ${enrolledSql('?')} as enrolled`, [personId, personId]);
  return row?.enrolled === 1;
}
