import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { Keyring } from '../personal-data/keyring';

/** What the metadata of a sealed payload says: as in Temporal's own samples. */
const ENCODING = 'binary/encrypted';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface PayloadKey {
  id: string;
  secret: Buffer;
}

/** A payload was sealed with a key that is not in the file, or is not what was sealed. */
export class UnreadablePayload extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadablePayload';
  }
}

/**
 * Everything Temporal keeps of us is sealed before it leaves the process: AES-256-GCM over the whole payload (metadata and data), as nonce, sealed bytes, tag; the metadata names the
 * key. What was never sealed is passed through, so that a history from before is read and goes on.
 */
export class PayloadSeal implements PayloadCodec {
  private readonly keyring: Keyring<PayloadKey>;

  /** @throws Error without a file of keys, or where one has not 32 bytes */
  constructor(keysFile: string) {
    this.keyring = new Keyring(keysFile, keyOf);
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    const key = this.keyring.current();
    return payloads.map((payload) => sealed(payload, key));
  }

  /** @throws UnreadablePayload */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => (isSealed(payload) ? this.opened(payload) : payload));
  }

  private opened({ metadata, data }: Payload): Payload {
    const id = textOf(metadata?.['encryption-key-id']);
    const key = this.keyring.find(id);
    if (key === undefined) {
      throw new UnreadablePayload(`A payload is sealed with key ${id}, which is not in the file`);
    }
    const bytes = Buffer.from(data ?? []);
    const end = bytes.length - TAG_BYTES;
    try {
      const cipher = createDecipheriv(CIPHER, key.secret, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(end));
      return temporal.api.common.v1.Payload.decode(Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES, end)), cipher.final()]));
    } catch {
      throw new UnreadablePayload(`A payload is not what was sealed with key ${id}`);
    }
  }
}

/** Whether it was sealed; the key's id is in its metadata. */
export const isSealed = ({ metadata }: Payload): boolean => textOf(metadata?.['encoding']) === ENCODING;

function sealed(payload: Payload, { id, secret }: PayloadKey): Payload {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(id));
  const plain = temporal.api.common.v1.Payload.encode(payload).finish();
  const data = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { metadata: { encoding: Buffer.from(ENCODING), 'encryption-key-id': Buffer.from(id) }, data };
}

function keyOf(id: string, secret: Buffer): PayloadKey {
  if (secret.length !== 32) {
    throw new Error(`Key ${id} for payloads has not 32 bytes`);
  }
  return { id, secret };
}

const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
