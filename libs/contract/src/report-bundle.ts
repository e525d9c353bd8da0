import type { Instant, PlainDate } from './ledger';
import type { Evidence, RegistrationForm } from './registration-form';
import type { ReportItemState, ReportKind } from './report-up';

// The bundle as it travels to the national registry, and what the registry answers: docs/report-up.md. Another shape is another version.

export const bundleFormat = 'dengke-report-up';
export const bundleVersion = 1;
export const bundleMediaType = 'application/x-tar';

/** The parts of the archive in their order: the manifest, its signature, then item by item its description and its files. */
export const bundlePaths = {
  manifest: 'manifest.json',
  signature: 'signature.json',
  item: (itemId: string): string => `items/${itemId}/item.json`,
  file: (itemId: string, evidenceId: string): string => `items/${itemId}/files/${evidenceId}`,
} as const;

/** manifest.json: every other part but the signature with its length and digest. */
export interface BundleManifest {
  format: typeof bundleFormat;
  version: typeof bundleVersion;
  bundleId: string;
  closedAt: Instant;
  /** The registering body that reports (P34). */
  bodyCode: string;
  items: BundleManifestItem[];
}
export interface BundleManifestItem {
  itemId: string;
  kind: ReportKind;
  registrationNumber: string;
  parts: BundlePart[];
}
export interface BundlePart {
  path: string;
  bytes: number;
  sha256: string;
}

/** signature.json: over the bytes of manifest.json. `keyId` is the first half of the SHA-256 of the public key (SPKI, DER), in hex. */
export interface BundleSignature {
  algorithm: 'Ed25519';
  keyId: string;
  /** Base64. */
  signature: string;
}

/** item.json: the registered version as it was locked, so that `digest` (SM3 of form and evidence) can be checked there too. */
export interface BundleItem {
  itemId: string;
  kind: ReportKind;
  registrationNumber: string;
  approvedOn: PlainDate;
  /** Of the submission at the registering body, with the number of its version. */
  serial: string;
  round: number;
  digest: string;
  form: RegistrationForm;
  /** Each file is the part `items/<itemId>/files/<id>`. */
  evidence: Evidence[];
}

/** What the registry says of one item. `refused` is the machine's word (an item it cannot take in), `returned` its people's. */
export interface RegistryItemAnswer {
  itemId: string;
  answer: ReportItemState | 'refused';
  /** Its own number for what it has taken in. */
  receipt?: string;
  reason?: string;
}
export interface RegistryAnswer {
  bundleId: string;
  items: RegistryItemAnswer[];
}
