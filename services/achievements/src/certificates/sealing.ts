import type { CertificateSeal } from '@dengke/contract';
import { canonical, signedText, sm3 } from '@dengke/service-kit';
import type { TextSigner } from '@dengke/service-kit';
import type { Certificate } from './certificate.entity';

export type Unsealed = Omit<Certificate, 'digest' | 'sealed' | 'issuedAt' | 'standing' | 'endedAt'>;

/** What is registered in a version: all of its row that the digest stands for. */
export function unsealed(certificate: Certificate): Unsealed {
  const { number, version, serial, name, category, units, completers, studyFrom, studyTo, approvedOn, registrar } = certificate;
  return { number, version, serial, name, category, units, completers, studyFrom, studyTo, approvedOn, registrar };
}

/** A QR code of this much text is still read off paper by a telephone; what a form could hold at most would not be. */
const MOST_BYTES = 600;

/** Digest and signature of what is registered. */
export function seal(content: Unsealed, signer: TextSigner): Pick<Certificate, 'digest' | 'sealed'> {
  const digest = sm3(canonical(content));
  return { digest, sealed: signedText(JSON.stringify(sealOf(content, digest)), signer) };
}

/** Names are left out from the end of the longer list, until the rest fits; the digest vouches for them too. */
function sealOf({ number, version, name, units, completers, approvedOn, registrar }: Unsealed, digest: string): CertificateSeal {
  const shown = { units: units.map((unit) => unit.name), completers: [...completers] };
  const whole = (): CertificateSeal => {
    const more = units.length + completers.length - shown.units.length - shown.completers.length;
    return { number, version, name, ...shown, ...(more > 0 && { more }), approvedOn, registrar, digest };
  };
  while (Buffer.byteLength(JSON.stringify(whole())) > MOST_BYTES && shown.units.length + shown.completers.length > 2) {
    (shown.completers.length >= shown.units.length ? shown.completers : shown.units).pop();
  }
  return whole();
}

/** What the QR code says: where it can be asked about, and what proves it without asking. */
export const verificationUrl = (
  publicUrl: string,
  { number, version, sealed }: Pick<Certificate, 'number' | 'version' | 'sealed'>,
): string => `${publicUrl.replace(/\/+$/, '')}/certificates/${number}?version=${version}&sealed=${sealed}`;
