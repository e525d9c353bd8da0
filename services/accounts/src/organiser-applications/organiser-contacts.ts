import type { NamedContact, OrganiserForm } from '@dengke/contract';
import type { PersonalData } from '@dengke/service-kit';
import { maskedContact } from '../people/contact';
import type { OrganiserApplication } from './organiser-application.entity';

type Columns = Pick<
  OrganiserApplication,
  'leaderName' | 'leaderMobile' | 'headName' | 'headMobile' | 'headMail' | 'staffName' | 'staffMobile' | 'staffMail'
>;

/** The people of the form (S83, S84). */
export interface OrganiserContacts {
  leader: NamedContact & { mail: null };
  head: NamedContact & { mail: string };
  staff: NamedContact & { mail: string };
}

/** How they are stored: mobiles and mails sealed for this row. */
export const sealedContacts = (personal: PersonalData, id: string, { leader, head, staff }: OrganiserForm): Columns => ({
  leaderName: leader.name,
  leaderMobile: personal.seal('organiser_application.leaderMobile', id, leader.mobile),
  headName: head.name,
  headMobile: personal.seal('organiser_application.headMobile', id, head.mobile),
  headMail: personal.seal('organiser_application.headMail', id, head.mail),
  staffName: staff.name,
  staffMobile: personal.seal('organiser_application.staffMobile', id, staff.mobile),
  staffMail: personal.seal('organiser_application.staffMail', id, staff.mail),
});

/** The same, opened. @throws Error for what was not sealed here */
export const openedContacts = (personal: PersonalData, row: OrganiserApplication): OrganiserContacts => ({
  leader: { name: row.leaderName, mobile: personal.open('organiser_application.leaderMobile', row.id, row.leaderMobile), mail: null },
  head: {
    name: row.headName,
    mobile: personal.open('organiser_application.headMobile', row.id, row.headMobile),
    mail: personal.open('organiser_application.headMail', row.id, row.headMail),
  },
  staff: {
    name: row.staffName,
    mobile: personal.open('organiser_application.staffMobile', row.id, row.staffMobile),
    mail: personal.open('organiser_application.staffMail', row.id, row.staffMail),
  },
});

export const maskedContacts = ({ leader, head, staff }: OrganiserContacts) => ({
  leader: { name: leader.name, ...maskedContact(leader) },
  head: { name: head.name, ...maskedContact(head) },
  staff: { name: staff.name, ...maskedContact(staff) },
});
