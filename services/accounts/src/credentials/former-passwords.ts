import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Credential } from './credential.entity';

/** A password that somebody had set himself stays barred among his last ones. */
export async function bar(manager: EntityManager, { id, passwordHash }: Pick<Credential, 'id' | 'passwordHash'>): Promise<void> {
  await manager.query('insert into former_password (id, credentialId, passwordHash) values (?)', [[uuidv7(), id, passwordHash]]);
}
