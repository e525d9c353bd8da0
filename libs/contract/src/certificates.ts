import type { PlainDate } from './ledger';

/** Printed on every certificate, word for word (P35). */
export const certificateSentence = '登记证明不作为确认成果权属的直接依据';

/** What stands of one version of a certificate; at most one version of a number is `valid`. */
export const certificateStandings = {
  valid: { label: '有效' },
  superseded: { label: '已被新版本替代' },
  cancelled: { label: '已注销' },
} as const satisfies Record<string, { label: string }>;
export type CertificateStanding = keyof typeof certificateStandings;

/** The answer to whoever asks about a certificate: what stands of it; or nobody gave it out; or it was, but not like this. */
export const verificationOutcomes = [...(Object.keys(certificateStandings) as CertificateStanding[]), 'unknown', 'altered'] as const;
export type VerificationOutcome = (typeof verificationOutcomes)[number];

/**
 * What the signature on a certificate vouches for, as the QR code carries it: all that is printed. Very long lists are cut, and `more` says how
 * many names the digest alone vouches for.
 */
export interface CertificateSeal {
  number: string;
  version: number;
  name: string;
  units: string[];
  completers: string[];
  more?: number;
  approvedOn: PlainDate;
  registrar: string;
  /** SM3 over all that is registered in this version. */
  digest: string;
}

/** A public key of certificates: Ed25519, as SPKI in PEM. The current one signs; the others still verify what they signed. */
export interface CertificateKey {
  id: string;
  publicKey: string;
  current: boolean;
}

/** 注销 of what was got by wrong (P36): with a reason in words and a document. */
export const wrongs = {
  fraud: '弄虚作假',
  plagiarism: '剽窃',
  tampering: '篡改',
  infringement: '其他侵权行为',
} as const;
/** 注销 only on these grounds; of what is classified (S49) with the number of a document alone, and no words (P17, decision 0031). */
export const cancellationGrounds = { ...wrongs, classified: '涉密' } as const;
export type CancellationGround = keyof typeof cancellationGrounds;
