import type { Instant } from './ledger';

// Who somebody is and from which position they act. accounts writes it; every service reads it from the token.

/** The platform's three administrators at the department's node: none of them is in the hand of who holds another. */
export const separatedRoles = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const;
export const roles = ['completer', 'unitAdmin', 'manager', 'superAdmin', 'liaison', ...separatedRoles] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = ['ministry', 'department', 'organiser', 'municipal', 'county', 'unit'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Which positions there are where. A municipal bureau has no super administrator: it belongs to its organiser's node (S4, S57). */
export const rolesIn: Record<OrganisationKind, readonly Role[]> = {
  ministry: ['superAdmin', 'manager'],
  department: ['superAdmin', 'manager', ...separatedRoles],
  organiser: ['superAdmin', 'manager'],
  municipal: ['manager'],
  county: ['liaison'],
  unit: ['unitAdmin', 'completer'],
};

/** One position of one person: the organisation (or completing unit) it belongs to, and the role held there. */
export interface Position {
  id: string;
  organisationId: string;
  organisationKind: OrganisationKind;
  role: Role;
  /** What it may do, where that is not what `rightsOf` gives: its super administrator set it otherwise (P7, S58). */
  rights?: Right[];
  /** Of a deputy: the person stood in for. What one may not decide, no deputy decides in his place (P30). */
  deputyFor?: string;
}

/**
 * What a person must do before anything else is open: change a first or an old password, enrol a second factor, show the one that is
 * enrolled (P8, decision 0006).
 */
export const duties = ['change-password', 'enrol', 'second-factor'] as const;
export type Duty = (typeof duties)[number];

/** Claims of the token that accounts signs for the services: 30 s, one audience (decision 0005). */
export interface Caller {
  personId: string;
  sessionId: string;
  position: Position;
  /** While it is there nothing is open but what does it, seeing who one is, and signing out. */
  must?: Duty;
  /** Security instant after which acts marked for step-up ask for the second factor again; absent for who has none. */
  steppedUpUntil?: Instant;
}

export const tokenAudience = 'dengke-services';
export const tokenIssuer = 'dengke-accounts';
export const tokenLifetimeSeconds = 30;
/** Header with which one service shows another that it is one of the house (feeds, internal reads). */
export const serviceSecretHeader = 'x-dengke-service';

/**
 * What a position may do. Rights hang on the role and on the kind of organisation (P3: a county reviews nothing; P7), and a super administrator
 * sets those of managers otherwise. One dotted name each; services name the right on the route, never the role.
 */
export const rights = {
  'draft.write': 'write drafts and submit them for one’s own unit',
  'submission.read': 'see submissions within one’s part of the graphs',
  'submission.decide': 'act at the desk one holds: open, claim, release or recommend or approve or acknowledge, return, reject',
  'objection.decide': 'see objections to what is in publicity, accept or decline them, and decide those that were accepted',
  'window.read': 'see windows, their account and their summary sheets',
  'window.manage': 'create windows and move submissions into them',
  'calendar.load': 'load an edition of the working-day calendar, and see beforehand which deadlines it moves',
  'deadline.extend': 'give whoever is waited for more time, with a reason',
  'limit.set': 'set limits from a day on, see which open deadlines one would move, and move them',
  'report.manage': 'see what is reported up in bundles, download a bundle and have it tried again at once',
  'registration.cancel': 'cancel a registration on the grounds of P36',
  'register.import': 'take what was registered before into the register',
  'credential.issue': 'issue logins to the level below or to the ordinary users of one’s own node',
  'credential.secure': 'disable and enable logins in one’s part of the graphs, and unlock one that failures have locked',
  'rights.set': 'set what the managers of one’s own node may do; as security administrator only take away',
  'people.unmask': 'see the whole mobile and mail of somebody in one’s part of the graphs, for a reason that is recorded',
  'graph.lint': 'see what is wrong with the graphs',
  'workflow.look':
    'see how submissions and their workflows stand as operators see them, and the workflows in the Temporal UI, with what Temporal keeps of them opened',
  'audit.read': 'read the audit of what was done, and whether it is whole',
  'graph.change': 'create, transfer, merge, split and close what lies below one’s own node, and re-route what is under way there',
  'position.grant': 'let somebody stand in for a manager of one’s own node until a day',
  'draft.handOver': 'hand a colleague’s drafts and returned submissions to another of the unit',
  'notice.read': 'read the notices that one’s organisation issued or received, and who below has answered',
  'notice.issue': 'issue notices to those below in the notice graph, withdraw a notice',
  'notice.forward': 'forward a notice that was received to those below, urge whoever has not signed for or answered one’s own',
  'notice.answer': 'receive a notice for one’s organisation: read it, sign for it, answer it',
  'organisation.read': 'look up organisations and units',
  'inbox.read': 'read one’s own messages',
} as const;
export type Right = keyof typeof rights;
export const rightNames = Object.keys(rights) as Right[];

const everyone: readonly Right[] = ['organisation.read', 'inbox.read', 'window.read'];
const reviewing: readonly OrganisationKind[] = ['municipal', 'organiser', 'department'];
const separated: Record<(typeof separatedRoles)[number], readonly Right[]> = {
  systemAdmin: ['graph.lint', 'workflow.look'],
  securityAdmin: ['credential.secure', 'rights.set'],
  auditAdmin: ['audit.read'],
};

type Place = Pick<Position, 'role' | 'organisationKind'>;

/** The rights that come with a role in a kind of organisation. */
export function rightsOf({ role, organisationKind }: Place): ReadonlySet<Right> {
  const granted = new Set<Right>(everyone);
  const add = (...more: readonly Right[]) => more.forEach((right) => granted.add(right));
  if (organisationKind === 'unit') {
    add('submission.read', 'draft.write', 'notice.read');
    if (role === 'unitAdmin') {
      add('notice.answer');
      add('submission.decide', 'credential.issue', 'draft.handOver');
    }
  }
  const manages = reviewing.includes(organisationKind) || organisationKind === 'ministry';
  if (manages && (role === 'manager' || role === 'superAdmin')) {
    add('submission.read', 'submission.decide', 'deadline.extend');
    if (organisationKind !== 'ministry') {
      add('notice.read', 'notice.issue', 'notice.forward', 'notice.answer');
    }
    if (organisationKind === 'department') {
      add('window.manage', 'objection.decide', 'calendar.load', 'limit.set', 'report.manage', 'registration.cancel', 'register.import');
    }
    // The municipal bureau is delegated to issue for the units of its area (S27); other managers by their super administrator.
    if (organisationKind === 'municipal') {
      add('credential.issue');
    }
  }
  if (manages && role === 'superAdmin') {
    add('credential.issue', 'rights.set', 'people.unmask', 'graph.change', 'position.grant');
  }
  // A county receives, forwards and answers, and nothing else (P3, S9).
  if (organisationKind === 'county' && role === 'liaison') {
    add('notice.read', 'notice.forward', 'notice.answer');
  }
  if (organisationKind === 'department' && isSeparated(role)) {
    add(...separated[role]);
  }
  return granted;
}

export const isSeparated = (role: Role): role is (typeof separatedRoles)[number] => (separatedRoles as readonly Role[]).includes(role);

/** What such a position can be given or denied (P7): a manager what managers of his kind of organisation do, and issuing and unmasking. */
export function grantableTo({ role, organisationKind }: Place): ReadonlySet<Right> {
  if (role !== 'manager' || organisationKind === 'unit' || organisationKind === 'county') {
    return new Set();
  }
  const settable = [...rightsOf({ role, organisationKind })].filter((right) => !everyone.includes(right));
  return new Set<Right>([...settable, 'people.unmask', ...(reviewing.includes(organisationKind) ? (['credential.issue'] as const) : [])]);
}

/** What a position may do now. */
export const effectiveRightsOf = (position: Place & Pick<Position, 'rights'>): ReadonlySet<Right> =>
  position.rights === undefined ? rightsOf(position) : new Set(position.rights);
