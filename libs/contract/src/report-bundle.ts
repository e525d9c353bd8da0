import type { CancellationGround } from './certificates';
import type { CorrectableField, RegisteredContent } from './correction';
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

/**
 * item.json: one thing told of one number. What is registered stands in every kind, whole, so that whoever keeps the newest version is right; but for what
 * is cancelled as classified.
 */
export type BundleItem = RegistrationItem | CorrectionItem | CancellationItem;

interface ToldOfNumber {
  itemId: string;
  registrationNumber: string;
  approvedOn: PlainDate;
  /** Of the submission at the registering body. */
  serial: string;
  /** Of the certificate: it only grows, so an older one that comes later changes nothing. */
  certificateVersion: number;
}
interface ToldWhole extends ToldOfNumber {
  /** As that version of the certificate says it: where it differs from the form, it was corrected (P36). */
  registered: RegisteredContent;
}

/** The registered version as it was locked, so that `digest` (SM3 of form and evidence) can be checked there too. */
export interface RegistrationItem extends ToldWhole {
  kind: 'registration';
  /** The number of the submission's version. */
  round: number;
  digest: string;
  form: RegistrationForm;
  /** Each file is the part `items/<itemId>/files/<id>`. */
  evidence: Evidence[];
}

/** 更正: what is other than the ministry had it last. */
export interface CorrectionItem extends ToldWhole {
  kind: 'correction';
  changes: { field: CorrectableField; from: unknown; to: unknown }[];
}

/** 注销. Its reason and its document stay with the department: they may be erased one day, and nothing can be out of what is sealed. */
export interface CancellationItem extends ToldOfNumber {
  kind: 'cancellation';
  /** Of what is `classified` no word is told again (P17). */
  registered?: RegisteredContent;
  ground: CancellationGround;
  cancelledOn: PlainDate;
}

/** What the registry says of one item. `refused` is the machine's word (an item it cannot take in), `returned` its people's. */
export interface RegistryItemAnswer {
  itemId: string;
  answer: Exclude<ReportItemState, 'withheld'> | 'refused';
  /** Its own number for what it has taken in. */
  receipt?: string;
  reason?: string;
}
export interface RegistryAnswer {
  bundleId: string;
  items: RegistryItemAnswer[];
}
