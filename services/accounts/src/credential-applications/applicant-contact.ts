import type { PersonalData } from '@dengke/service-kit';
import type { CredentialApplication } from './credential-application.entity';

/** How whoever applies can be reached. */
export interface ApplicantContact {
  mobile: string;
  mail: string;
}

/** How it is stored: sealed for this row, and the mobile findable. */
export const sealedApplicant = (
  personal: PersonalData,
  id: string,
  { mobile, mail }: ApplicantContact,
): ApplicantContact & Pick<CredentialApplication, 'mobileIndex'> => ({
  mobile: personal.seal('credential_application.mobile', id, mobile),
  mail: personal.seal('credential_application.mail', id, mail),
  mobileIndex: personal.index('credential_application.mobile', mobile),
});

/** The same, opened. @throws Error for what was not sealed here */
export const openedApplicant = (personal: PersonalData, { id, mobile, mail }: CredentialApplication): ApplicantContact => ({
  mobile: personal.open('credential_application.mobile', id, mobile),
  mail: personal.open('credential_application.mail', id, mail),
});
