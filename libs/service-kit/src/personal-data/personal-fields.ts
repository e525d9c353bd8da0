/**
 * The register of personal data that is kept sealed: where it stands, what for. What is sealed as one of these can be found again when keys are
 * rotated; nothing can be sealed as anything else.
 */
export const personalFields = {
  'person.mobile': {
    service: 'accounts',
    row: 'id',
    index: 'mobileIndex',
    purpose: 'to reach somebody about a login, and to know him again',
  },
  'person.mail': { service: 'accounts', row: 'id', purpose: 'to tell somebody what waits for him' },
  'totp_secret.secret': { service: 'accounts', row: 'personId', purpose: 'to know the codes of somebody’s authenticator app' },
  'totp_secret.begun': { service: 'accounts', row: 'personId', purpose: 'the same, of an app that is being enrolled' },
  'recipient.mail': { service: 'notifications', row: 'personId', purpose: 'the same: where mail goes' },
  'bounced_address.mail': { service: 'notifications', row: 'personId', purpose: 'to know an address again that was refused' },
  'credential_application.mobile': {
    service: 'accounts',
    row: 'id',
    index: 'mobileIndex',
    purpose: 'to reach whoever applies for a login, and to see whether he is known',
  },
  'credential_application.mail': { service: 'accounts', row: 'id', purpose: 'to reach whoever applies for a login' },
  'organiser_application.leaderMobile': { service: 'accounts', row: 'id', purpose: 'S83: the leader in charge of an organiser' },
  'organiser_application.headMobile': { service: 'accounts', row: 'id', purpose: 'S84: the head of the handling department' },
  'organiser_application.headMail': { service: 'accounts', row: 'id', purpose: 'the same' },
  'organiser_application.staffMobile': { service: 'accounts', row: 'id', purpose: 'S84: its staff member' },
  'organiser_application.staffMail': { service: 'accounts', row: 'id', purpose: 'the same' },
  'objection.name': { service: 'achievements', row: 'receipt', purpose: 'P33: who objects, by real name' },
  'objection.contact': { service: 'achievements', row: 'receipt', purpose: 'P33: to reach whoever objects' },
  'notice_answer.filledIn': {
    service: 'notifications',
    row: 'copyId',
    purpose: 'S15 S16 S17: whom to reach at an addressee, as its form says, all boxes together',
  },
} as const satisfies Record<`${string}.${string}`, PersonalFieldOf>;

interface PersonalFieldOf {
  /** The service in whose schema `table.column` lies. */
  service: string;
  /** The column that names the row; a value opens in its own row only. */
  row: string;
  /** A column with a keyed digest, where equality must be found. */
  index?: string;
  purpose: string;
}

export type PersonalField = keyof typeof personalFields;
export type IndexedField = { [F in PersonalField]: (typeof personalFields)[F] extends { index: string } ? F : never }[PersonalField];
