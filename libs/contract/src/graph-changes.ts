import type { OrganisationKind, Role } from './identity';
import type { Door, RouteLeg, StageKind } from './review-route';
import type { SubmissionState } from './submission-states';

/** What reorganisation does to the graphs: each kind is one recorded act, with a dry run of the same code (decision 0010). */
export const graphChangeKinds = ['create', 'transfer', 'rename', 'merge', 'split', 'close', 'revoke', 'handOver'] as const;
export type GraphChangeKind = (typeof graphChangeKinds)[number];

/** The kinds of organisation that an administrator creates; ministry and department are there from the beginning. */
export const creatableKinds = ['organiser', 'municipal', 'county', 'unit'] as const satisfies OrganisationKind[];

/** What only a completing unit has. */
export interface UnitDetails {
  uscc: string;
  unitKind: string;
  organiserId: string;
  field: string | null;
  doors: Door[];
  ownOrganiser: boolean;
  singlePerson: boolean;
}

export interface NewOrganisation {
  name: string;
  kind: (typeof creatableKinds)[number];
  areaCode: string;
  credentialParentId: string;
  noticeParentId: string;
  organiserKind?: string;
  contactOffice: string;
  contactPhone: string;
  unit?: UnitDetails;
}

/** A known person, and the role held from now on. */
export interface Appointment {
  personId: string;
  organisationId: string;
  role: Role;
}

/** An area's code before and after: those it begins with are written anew. */
export interface AreaChange {
  from: string;
  to: string;
}

/** Where a transferred node hangs from now on; what is left out stays. */
export interface NewPlace {
  credentialParentId?: string;
  noticeParentId?: string;
  organiserId?: string;
  areaCode?: string;
  /** Of a unit that leaves or enters the energy line (S25): null leaves it. */
  field?: string | null;
  doors?: Door[];
  ownOrganiser?: boolean;
}

export type GraphChange =
  /** a new node, which has nobody yet: its people are issued their logins afterwards */
  | { kind: 'create'; organisation: NewOrganisation }
  /** a node, with all that hangs below it, to another place in the trees */
  | { kind: 'transfer'; organisationId: string; to: NewPlace }
  | { kind: 'rename'; organisationId: string; name?: string; contactOffice?: string; contactPhone?: string }
  /** one into another of its kind: people, what hangs below it and desks go over, and it closes */
  | { kind: 'merge'; organisationId: string; intoId: string; areas?: AreaChange[] }
  /** a new one of its kind takes these people and these of what hangs below it */
  | {
      kind: 'split';
      organisationId: string;
      organisation: NewOrganisation;
      people: Omit<Appointment, 'organisationId'>[];
      organisationIds: string[];
    }
  /** positions end; what hangs below it and what is open goes to the successor, null where there is nothing */
  | { kind: 'close'; organisationId: string; successorId: string | null }
  /** positions and sessions of a node and all below it end; the appointed take over */
  | { kind: 'revoke'; organisationId: string; appointments: Appointment[] }
  /** another node issues the logins of these, or of all directly below it; notices and routes stay */
  | { kind: 'handOver'; organisationId: string; toId: string; organisationIds?: string[] };

/** Where a node stands in the graphs. */
export interface Standing {
  name: string;
  credentialParentId: string | null;
  noticeParentId: string | null;
  organiserId: string | null;
  areaCode: string;
  closed: boolean;
}

/** All that a change does, worked out once: the dry run shows it, the act writes it. Ids only. */
export interface GraphEffects {
  organisations: { organisationId: string; before: Standing | null; after: Standing }[];
  positions: { personId: string; organisationId: string; role: Role; change: 'granted' | 'ended' }[];
  /** Whose login is issued and looked after by another node from now on (`toId`), or is shut (null). */
  credentials: { personId: string; fromId: string; toId: string | null }[];
  /** Ways of units through their doors that lead elsewhere; null where there was or is none. */
  routes: { unitId: string; door: Door; before: RouteLeg[] | null; after: RouteLeg[] | null }[];
  /** Who receives notices from another node. */
  addressees: { organisationId: string; fromId: string | null; toId: string | null }[];
}

/** A submission under way that a change concerns; it keeps its route unless it is re-routed (P1). */
export interface OpenSubmission {
  serial: string;
  unitId: string;
  state: SubmissionState;
  stage: StageKind | null;
  deskId: string | null;
}
