import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** The file under the secrets folder: which key is in force, and all that something may still be sealed with. Base64url, 32 bytes each. */
export interface KeyFile {
  current: string;
  keys: Record<string, string>;
}

/** Keys from one secret, each for one thing. */
export interface SealingKey {
  id: string;
  encryption: Buffer;
  integrity: Buffer;
  index: Buffer;
  derivation: Buffer;
}

export function readKeyFile(path: string): KeyFile {
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
  if (file.keys[file.current] === undefined) {
    throw new Error(`The key file ${basename(path)} names a current key that it does not hold`);
  }
  return file;
}

/** Replaced whole or not at all: who reads meanwhile sees the old one. */
export function writeKeyFile(path: string, file: KeyFile): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** The file with one key more, which is in force from now on. */
export function withNewKey({ keys }: Pick<KeyFile, 'keys'>): KeyFile {
  const number = Math.max(0, ...Object.keys(keys).map((id) => Number(id.slice(1)))) + 1;
  const current = `k${number}`;
  return { current, keys: { ...keys, [current]: randomBytes(32).toString('base64url') } };
}

/** The keys of one file, each made into what it is used as. A process at work takes up what a rotation writes into the file, without being told. */
export class Keyring<Key extends { id: string }> {
  private keys = new Map<string, Key>();
  private inForce = '';
  private seen = '';

  /** @throws Error without a file or its current key: nothing begins that could not seal */
  constructor(
    private readonly path: string,
    private readonly made: (id: string, secret: Buffer) => Key,
  ) {
    this.refresh();
  }

  current(): Key {
    this.refresh();
    return this.of(this.inForce);
  }

  /** @throws Error for a key that was dropped, or is of another file */
  of(id: string): Key {
    const key = this.find(id);
    if (key === undefined) {
      throw new Error(`There is no key ${id} in ${basename(this.path)}`);
    }
    return key;
  }

  find(id: string): Key | undefined {
    if (!this.keys.has(id)) {
      this.refresh();
    }
    return this.keys.get(id);
  }

  all(): Key[] {
    this.refresh();
    return [...this.keys.values()];
  }

  private refresh(): void {
    const { mtimeMs, ino, size } = statSync(this.path);
    const now = [mtimeMs, ino, size].join(' ');
    if (now === this.seen) {
      return;
    }
    const { current, keys } = readKeyFile(this.path);
    this.keys = new Map(Object.entries(keys).map(([id, secret]) => [id, this.made(id, Buffer.from(secret, 'base64url'))]));
    this.inForce = current;
    this.seen = now;
  }
}

/** One secret, and from it a key for each thing. */
export function sealingKey(id: string, secret: Buffer): SealingKey {
  const key = (purpose: string, bytes: number): Buffer => Buffer.from(hkdfSync('sm3', secret, '', purpose, bytes));
  return { id, encryption: key('sm4-ctr', 16), integrity: key('hmac-sm3', 32), index: key('index', 32), derivation: key('derivation', 32) };
}
