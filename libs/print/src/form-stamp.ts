/** What the code on a printed form says: which submission, which of its versions, and the digest of what was submitted. */
export interface FormStamp {
  serial: string;
  version: number;
  /** SM3 over form and evidence, as the version has it. */
  digest: string;
}

const STAMP = /^DENGKE-FORM:(\d{4}-\d{6}):([1-9]\d{0,2}):([0-9A-F]{64})$/;

/** In the letters for which a QR code needs least room. */
export const stampText = ({ serial, version, digest }: FormStamp): string => `DENGKE-FORM:${serial}:${version}:${digest.toUpperCase()}`;

/** @returns null for what is no code of a form */
export function stampIn(scanned: string): FormStamp | null {
  const [, serial, version, digest] = STAMP.exec(scanned.trim().toUpperCase()) ?? [];
  return serial === undefined || version === undefined || digest === undefined
    ? null
    : { serial, version: Number(version), digest: digest.toLowerCase() };
}
