import { createHash, createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Readable } from 'node:stream';
import { bundleFormat, bundlePaths, bundleVersion } from '@dengke/contract';
import type { BundleItem, BundleManifest, BundlePart, BundleSignature } from '@dengke/contract';
import { extract } from 'tar-stream';
import type { Entry } from 'tar-stream';

/** Why a bundle is not taken in; nothing of it is kept. */
export class BundleFault extends Error {
  constructor(
    readonly code: 'NOT_A_BUNDLE' | 'UNKNOWN_KEY' | 'SIGNATURE_WRONG' | 'PART_NOT_LISTED' | 'DIGEST_WRONG' | 'PART_MISSING',
    readonly part: string,
  ) {
    super(`${code}: ${part}`);
    this.name = 'BundleFault';
  }
}

export interface ReadBundle {
  manifest: BundleManifest;
  keyId: string;
  items: BundleItem[];
  /** Of the whole archive. */
  sha256: string;
  bytes: number;
}

/** Keys by their id, the first half of the SHA-256 of the public key (SPKI, DER). */
export type KnownKeys = ReadonlyMap<string, KeyObject>;

export const knownKeys = (...pems: string[]): KnownKeys =>
  new Map(
    pems.map((pem) => {
      const key = createPublicKey(pem);
      const der = key.export({ type: 'spki', format: 'der' });
      return [createHash('sha256').update(der).digest('hex').slice(0, 32), key];
    }),
  );

/** Where what is read for its words, not for its digest alone, must end. */
const longestText = 4 * 1024 * 1024;

/**
 * Reads a bundle as it comes and believes nothing: the manifest is signed by a known key, every part is listed there once and is what its digest says,
 * and no part is missing. Files are digested and passed on to nobody. @throws BundleFault
 */
export async function readBundle(content: Readable, keys: KnownKeys): Promise<ReadBundle> {
  const whole = createHash('sha256');
  let bytes = 0;
  content.on('data', (chunk: Buffer) => {
    whole.update(chunk);
    bytes += chunk.length;
  });
  const archive = extract();
  content.on('error', (error) => archive.destroy(error));
  content.pipe(archive);
  const reading = new Reading(keys);
  try {
    for await (const entry of archive) {
      await reading.take(entry);
    }
  } catch (error) {
    throw error instanceof BundleFault ? error : new BundleFault('NOT_A_BUNDLE', 'archive');
  }
  return { ...reading.end(), sha256: whole.digest('hex'), bytes };
}

class Reading {
  private told: Buffer | undefined;
  private manifest: BundleManifest | undefined;
  private keyId: string | undefined;
  private readonly missing = new Map<string, BundlePart>();
  private readonly items: BundleItem[] = [];

  constructor(private readonly keys: KnownKeys) {}

  async take(entry: Entry): Promise<void> {
    const { name } = entry.header;
    if (this.told === undefined) {
      this.told = await textOf(entry, bundlePaths.manifest);
    } else if (this.manifest === undefined) {
      this.believe(jsonOf<BundleSignature>(await textOf(entry, bundlePaths.signature)));
    } else {
      await this.takePart(entry, name);
    }
  }

  end(): Omit<ReadBundle, 'sha256' | 'bytes'> {
    const [left] = this.missing.keys();
    if (this.manifest === undefined || this.keyId === undefined || left !== undefined) {
      throw new BundleFault('PART_MISSING', left ?? bundlePaths.manifest);
    }
    return { manifest: this.manifest, keyId: this.keyId, items: this.items };
  }

  private believe({ keyId, signature }: BundleSignature): void {
    const key = this.keys.get(keyId);
    if (key === undefined) {
      throw new BundleFault('UNKNOWN_KEY', bundlePaths.signature);
    }
    const told = this.told ?? Buffer.alloc(0);
    if (!verify(null, told, key, Buffer.from(String(signature), 'base64'))) {
      throw new BundleFault('SIGNATURE_WRONG', bundlePaths.manifest);
    }
    const manifest = jsonOf<BundleManifest>(told);
    if (manifest.format !== bundleFormat || manifest.version !== bundleVersion) {
      throw new BundleFault('NOT_A_BUNDLE', bundlePaths.manifest);
    }
    this.keyId = keyId;
    this.manifest = manifest;
    manifest.items.flatMap(({ parts }) => parts).forEach((part) => this.missing.set(part.path, part));
  }

  private async takePart(entry: Entry, name: string): Promise<void> {
    const listed = this.missing.get(name);
    if (listed === undefined) {
      throw new BundleFault('PART_NOT_LISTED', name);
    }
    this.missing.delete(name);
    const isItem = this.manifest?.items.some(({ itemId }) => bundlePaths.item(itemId) === name) ?? false;
    const { sha256, bytes, text } = await digested(entry, isItem);
    if (sha256 !== listed.sha256 || bytes !== listed.bytes) {
      throw new BundleFault('DIGEST_WRONG', name);
    }
    if (isItem) {
      this.items.push(jsonOf<BundleItem>(text));
    }
  }
}

async function textOf(entry: Entry, expected: string): Promise<Buffer> {
  if (entry.header.name !== expected) {
    throw new BundleFault('NOT_A_BUNDLE', expected);
  }
  return (await digested(entry, true)).text;
}

async function digested(entry: Entry, keep: boolean): Promise<{ sha256: string; bytes: number; text: Buffer }> {
  const digest = createHash('sha256');
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of entry as AsyncIterable<Buffer>) {
    digest.update(chunk);
    bytes += chunk.length;
    if (keep && bytes > longestText) {
      throw new BundleFault('NOT_A_BUNDLE', entry.header.name);
    }
    if (keep) {
      kept.push(chunk);
    }
  }
  return { sha256: digest.digest('hex'), bytes, text: Buffer.concat(kept) };
}

function jsonOf<T>(text: Buffer): T {
  try {
    return JSON.parse(text.toString('utf8')) as T;
  } catch {
    throw new BundleFault('NOT_A_BUNDLE', 'text');
  }
}
