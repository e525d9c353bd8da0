import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Keyring, sealingKey } from './keyring';
import type { SealingKey } from './keyring';
import type { IndexedField, PersonalField } from './personal-fields';

/** `k1.<iv>.<cipher text>.<HMAC>`, base64url. */
const SEALED = /^(k\d+)\.([\w-]{22})\.([\w-]*)\.([\w-]{43})$/;
const IV_BYTES = 16;

/**
 * Personal data at rest: SM4-CTR, then HMAC-SM3 over all of it with the field and the row it stands in, so that a value put into another
 * row or column is refused as a changed one is. The keys are in a file, never in the database.
 */
export class PersonalData {
  constructor(private readonly keyring: Keyring<SealingKey>) {}

  static from(keyFile: string): PersonalData {
    return new PersonalData(new Keyring(keyFile, sealingKey));
  }

  /** @param row the key of the row in which it will stand */
  seal(field: PersonalField, row: string, plain: string): string;
  seal(field: PersonalField, row: string, plain: string | null): string | null;
  seal(field: PersonalField, row: string, plain: string | null): string | null {
    if (plain === null) {
      return null;
    }
    const key = this.keyring.current();
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('sm4-ctr', key.encryption, iv);
    const hidden = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [key.id, ...[iv, hidden, tagOf(key, field, row, iv, hidden)].map((part) => part.toString('base64url'))].join('.');
  }

  /** @throws Error for what is not sealed, was changed, or stood in another row */
  open(field: PersonalField, row: string, sealed: string): string;
  open(field: PersonalField, row: string, sealed: string | null): string | null;
  open(field: PersonalField, row: string, sealed: string | null): string | null {
    if (sealed === null) {
      return null;
    }
    const [, id, ...parts] = SEALED.exec(sealed) ?? [];
    if (id === undefined) {
      throw new Error(`${field} is not sealed`);
    }
    const key = this.keyring.of(id);
    const [iv, hidden, tag] = parts.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer];
    if (!timingSafeEqual(tag, tagOf(key, field, row, iv, hidden))) {
      throw new Error(`${field} is not what was sealed here`);
    }
    const decipher = createDecipheriv('sm4-ctr', key.encryption, iv);
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
  }

  /** For the index column beside a sealed one. */
  index(field: IndexedField, plain: string): string;
  index(field: IndexedField, plain: string | null): string | null;
  index(field: IndexedField, plain: string | null): string | null {
    return plain === null ? null : digestOf(this.keyring.current(), field, plain);
  }

  /** What may stand in the index column for a value, while keys are rotated: `mobileIndex in (?)`. */
  indexes(field: IndexedField, plain: string): string[] {
    return this.keyring.all().map((key) => digestOf(key, field, plain));
  }

  /**
   * A secret that is worked out when it is needed and stands nowhere: the same for the same words for as long as its key is kept.
   * @param keyId as it was told the first time; without it the key in force
   * @throws Error for a key that was dropped
   */
  derive(words: string, keyId?: string): { keyId: string; secret: string } {
    const key = keyId === undefined ? this.keyring.current() : this.keyring.of(keyId);
    return { keyId: key.id, secret: createHmac('sm3', key.derivation).update(words).digest('base64url') };
  }

  /** Whether what was derived with this key can be derived again. */
  hasKey(keyId: string): boolean {
    return this.keyring.all().some(({ id }) => id === keyId);
  }

  isSealed(value: string): boolean {
    return SEALED.test(value);
  }

  /** Whether it is sealed with the key that is in force. */
  isCurrent(value: string): boolean {
    return SEALED.exec(value)?.[1] === this.keyring.current().id;
  }
}

function tagOf(key: SealingKey, field: PersonalField, row: string, iv: Buffer, hidden: Buffer): Buffer {
  return createHmac('sm3', key.integrity).update(`${key.id}/${field}/${row}\n`).update(iv).update(hidden).digest();
}

const digestOf = (key: SealingKey, field: IndexedField, plain: string): string =>
  createHmac('sm3', key.index).update(`${field}/${plain}`).digest('hex');
