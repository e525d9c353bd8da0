import type { PersonalData } from '@dengke/service-kit';
import type { Person } from './person.entity';

export interface Contact {
  mobile: string | null;
  mail: string | null;
}

/** How a person's mobile and mail are stored: sealed for this row, and the mobile findable. */
export const sealedContact = (
  personal: PersonalData,
  personId: string,
  { mobile, mail }: Contact,
): Contact & Pick<Person, 'mobileIndex'> => ({
  mobile: personal.seal('person.mobile', personId, mobile),
  mail: personal.seal('person.mail', personId, mail),
  mobileIndex: personal.index('person.mobile', mobile),
});

/** The same, opened. @throws Error for what was not sealed here */
export const openedContact = (personal: PersonalData, personId: string, { mobile, mail }: Contact): Contact => ({
  mobile: personal.open('person.mobile', personId, mobile),
  mail: personal.open('person.mail', personId, mail),
});

/** Enough to recognise what one knows, not enough to call or to write: `139****1234`, `z***@demo…`. */
export const maskedContact = ({ mobile, mail }: Contact): Contact => ({ mobile: maskedMobile(mobile), mail: maskedMail(mail) });

function maskedMobile(mobile: string | null): string | null {
  if (mobile === null) {
    return null;
  }
  return mobile.length < 8 ? '****' : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
}

function maskedMail(mail: string | null): string | null {
  if (mail === null) {
    return null;
  }
  const [name = '', domain = ''] = mail.split('@');
  return `${name.slice(0, 1)}***@${domain.split('.')[0] ?? ''}…`;
}
