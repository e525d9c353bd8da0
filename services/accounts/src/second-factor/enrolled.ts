import type { EntityManager } from 'typeorm';
import type { Instant } from '@dengke/contract';
import type { PersonalData } from '@dengke/service-kit';
import type { TotpSecret } from './totp-secret.entity';

/** Whether somebody has a second factor in force, for a column or parameter that names the person. */
export const enrolledSql = (personId: string): string =>
  `(exists (select 1 from totp_secret t where t.personId = ${personId} and t.secret is not null)
    or exists (select 1 from passkey k where k.personId = ${personId}))`;

export async function isEnrolled(manager: EntityManager, personId: string): Promise<boolean> {
  const [row] = await manager.query<{ enrolled: number }[]>(`select ${enrolledSql('?')} as enrolled`, [personId, personId]);
  return row?.enrolled === 1;
}

/** How the secret of an app stands once it is in force. */
export const enrolledApp = (personal: PersonalData, personId: string, secret: string, since: Instant): Omit<TotpSecret, 'person'> => ({
  ...{ personId, secret: personal.seal('totp_secret.secret', personId, secret) },
  ...{ lastStep: null, since, begun: null },
});
