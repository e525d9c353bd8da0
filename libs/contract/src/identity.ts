/**
 * Who somebody is and from which position they act. accounts writes it; every service reads it from the token.
 */
export const roles = ['completer', 'unitAdmin', 'manager', 'superAdmin', 'liaison'] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = ['ministry', 'department', 'organiser', 'municipal', 'county', 'unit'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** One position of one person: the organisation (or completing unit) it belongs to, and the role held there. */
export interface Position {
  id: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  role: Role;
}

/** Claims of the token that accounts signs for the services: 30 s, one audience (design §6). */
export interface Caller {
  personId: string;
  sessionId: string;
  position: Position;
  /** Until the first password is changed: then nothing is open but changing it, seeing who one is, and signing out (P8). */
  mustChangePassword?: true;
}

export const tokenAudience = 'dengke-services';
export const tokenIssuer = 'dengke-accounts';
export const tokenLifetimeSeconds = 30;
/** Header with which one service shows another that it is one of the house (feeds, internal reads). */
export const serviceSecretHeader = 'x-dengke-service';

/**
 * What a position may do. Rights hang on the role and on the kind of organisation (P3: a county reviews nothing; P7).
 * One dotted name each; services name the right on the route, never the role.
 */
export const rights = {
  'draft.write': 'write drafts and submit them for one’s own unit',
  'submission.read': 'see submissions within one’s part of the graphs',
  'submission.decide': 'act at the desk one holds: open, claim, release or recommend or approve or acknowledge, return, reject',
  'window.read': 'see windows, their account and their summary sheets',
  'window.manage': 'create windows and move submissions into them',
  'credential.issue': 'issue logins to the level below or to the ordinary users of one’s own node',
  'people.unmask': 'see the whole mobile and mail of somebody in one’s part of the graphs, for a reason that is recorded',
  'organisation.read': 'look up organisations and units',
  'inbox.read': 'read one’s own messages',
} as const;
export type Right = keyof typeof rights;

const everyone: readonly Right[] = ['organisation.read', 'inbox.read', 'window.read'];
const reviewing: readonly OrganisationKind[] = ['municipal', 'organiser', 'department'];

/** The rights of a position, worked out from its role and its organisation's kind. */
export function rightsOf(position: Pick<Position, 'role' | 'organisationKind'>): ReadonlySet<Right> {
  const granted = new Set<Right>(everyone);
  const { role, organisationKind } = position;
  if (organisationKind === 'unit') {
    granted.add('submission.read').add('draft.write');
    if (role === 'unitAdmin') {
      granted.add('submission.decide').add('credential.issue');
    }
  }
  if (role === 'superAdmin') {
    granted.add('people.unmask');
  }
  if (role === 'manager' || role === 'superAdmin') {
    if (reviewing.includes(organisationKind)) {
      granted.add('submission.read').add('submission.decide').add('credential.issue');
    }
    if (organisationKind === 'department') {
      granted.add('window.manage');
    }
    if (organisationKind === 'ministry') {
      granted.add('submission.read').add('submission.decide');
      if (role === 'superAdmin') {
        granted.add('credential.issue');
      }
    }
  }
  return granted;
}
