import type { Certificate } from './certificate.entity';
import type { CertificateVersion, PrintedCertificate } from './certificates.dto';

/** What is printed and public of one version. */
export function printed({ number, version, name, units, completers, approvedOn, registrar }: Certificate): PrintedCertificate {
  return { number, version, name, units: units.map((unit) => unit.name), completers, approvedOn, registrar };
}

/** All of it, for those who take part in the submission. */
export function versionOf(certificate: Certificate): CertificateVersion {
  const { category, studyFrom, studyTo, digest, standing, issuedAt, endedAt } = certificate;
  return { ...printed(certificate), category, studyFrom, studyTo, digest, standing, issuedAt, endedAt };
}
