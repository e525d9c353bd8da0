import { createHash, sign } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bundleFormat, bundlePaths, bundleVersion } from '@dengke/contract';
import type { BundleItem, BundleManifest, BundlePart, BundleSignature, Instant } from '@dengke/contract';
import { canonical } from '@dengke/service-kit';
import { pack } from 'tar-stream';
import type { Pack } from 'tar-stream';
import type { ReportKey } from './report-settings';

export interface BundleSource {
  bundleId: string;
  closedAt: Instant;
  bodyCode: string;
  items: BundleItem[];
  /** The blob of a digest. */
  read: (sha256: string) => Promise<Readable>;
}

type Part = BundlePart & { content: Buffer | (() => Promise<Readable>) };

/**
 * The archive of a bundle (docs/report-up.md), made while it is read: manifest and signature first, so that a reader can judge each part as it comes.
 * From the same items the same bytes: order, names, times and modes are fixed, and Ed25519 signs alike every time.
 */
export function bundleContent(source: BundleSource, { id, key }: ReportKey): Readable {
  const items = source.items.map((item) => ({ item, parts: partsOf(item, source.read) }));
  const manifest: BundleManifest = {
    ...{ format: bundleFormat, version: bundleVersion, bundleId: source.bundleId, closedAt: source.closedAt, bodyCode: source.bodyCode },
    items: items.map(({ item: { itemId, kind, registrationNumber }, parts }) => ({
      ...{ itemId, kind, registrationNumber },
      parts: parts.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    })),
  };
  const told = Buffer.from(canonical(manifest));
  const signature: BundleSignature = { algorithm: 'Ed25519', keyId: id, signature: sign(null, told, key).toString('base64') };
  const parts = [
    partOf(bundlePaths.manifest, told),
    partOf(bundlePaths.signature, Buffer.from(canonical(signature))),
    ...items.flatMap((one) => one.parts),
  ];
  const archive = pack();
  const mtime = new Date(source.closedAt);
  void writeAll(archive, parts, mtime).catch((error: unknown) => archive.destroy(error as Error));
  return Readable.from(archive);
}

function partsOf(item: BundleItem, read: BundleSource['read']): Part[] {
  const evidence = item.kind === 'registration' ? item.evidence : [];
  const files = evidence.map(({ id, bytes, sha256 }) => ({
    ...{ path: bundlePaths.file(item.itemId, id), bytes, sha256 },
    content: () => read(sha256),
  }));
  return [partOf(bundlePaths.item(item.itemId), Buffer.from(canonical(item))), ...files];
}

const partOf = (path: string, content: Buffer): Part => ({ path, bytes: content.length, sha256: sha256Of(content), content });

const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

async function writeAll(archive: Pack, parts: readonly Part[], mtime: Date): Promise<void> {
  for (const { path, bytes, sha256, content } of parts) {
    const entry = archive.entry({ name: path, size: bytes, mtime, mode: 0o644, uid: 0, gid: 0 });
    const from = Buffer.isBuffer(content) ? Readable.from([content]) : await content();
    await pipeline(from, asDigested(path, sha256), entry);
  }
  archive.finalize();
}

/** @throws Error where a file is not what its row says: nothing damaged is ever sealed */
function asDigested(path: string, sha256: string): Transform {
  const digest = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
    flush: (done) => done(digest.digest('hex') === sha256 ? null : new Error(`${path} is damaged`)),
  });
}
