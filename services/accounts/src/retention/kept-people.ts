import { daysEnd, newSecret, toDatabase } from '@dengke/service-kit';
import type { BusinessClock, Disposable, Ledger } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import type { PasswordHashing } from '../sign-in/password-hashing';
import type { KeptKind } from './retention';

/** What opens a login, each by whose it is. */
const ofPerson = ['totp_secret', 'recovery_code', 'passkey', 'session'];
const ofCredential = ['former_password', 'first_password_link'];
/** Whether a login still has a password that somebody was given or has set. */
const opened = '(c.revokedAt IS NULL OR COALESCE(c.passwordSetAt, c.firstPasswordExpiresAt) IS NOT NULL)';

/**
 * How somebody can be reached, and what he signed in with, once he has held no position for so long. Whoever keeps a replica hears of it as of any other
 * change of a person of his last organisation; a login that is issued again begins anew.
 */
export const keptPeople = (ledger: Ledger, clock: BusinessClock, passwords: PasswordHashing): Disposable<KeptKind> => ({
  kind: 'former-person',
  subjectOf: (id) => `disposal/person/${id}`,
  ended: (years) => `
    SELECT p.id, NULL AS serial, ${daysEnd('(SELECT MAX(h.endedAt) FROM held_position h WHERE h.personId = p.id)', years)} FROM person p
    WHERE NOT EXISTS (SELECT 1 FROM held_position h WHERE h.personId = p.id AND h.endedAt IS NULL)
    AND (p.mobile IS NOT NULL OR p.mail IS NOT NULL OR EXISTS (SELECT 1 FROM credential c WHERE c.personId = p.id AND ${opened}))`,
  async erase(manager, personId) {
    await manager.query('UPDATE person SET mobile = NULL, mail = NULL, mobileIndex = NULL, version = version + 1 WHERE id = ?', [personId]);
    for (const table of ofCredential) {
      await manager.query(`DELETE t FROM ${table} t JOIN credential c ON c.id = t.credentialId WHERE c.personId = ?`, [personId]);
    }
    for (const table of ofPerson) {
      await manager.query(`DELETE FROM ${table} WHERE personId = ?`, [personId]);
    }
    const at = clock.now();
    await manager.query(
      `UPDATE credential SET revokedAt = COALESCE(revokedAt, ?), passwordHash = ?, passwordSetAt = NULL, lastUsedAt = NULL, firstPasswordExpiresAt = NULL,
        version = version + 1 WHERE personId = ?`,
      [toDatabase(at), await passwords.hash(newSecret()), personId],
    );
    const organisationId = await lastOrganisationOf(manager, personId);
    await ledger.record(manager, `organisation/${organisationId}`, {
      ...{
        kind: 'personDisposed',
        actId: `personDisposed:${personId}:${at}`,
        at,
        by: null,
        organisationId,
        detail: { personId },
        relay: false,
      },
    });
    return [];
  },
});

async function lastOrganisationOf(manager: EntityManager, personId: string): Promise<string> {
  const [held] = await manager.query<{ organisationId: string }[]>(
    'SELECT organisationId FROM held_position WHERE personId = ? ORDER BY endedAt DESC, id LIMIT 1',
    [personId],
  );
  return held?.organisationId ?? '';
}
