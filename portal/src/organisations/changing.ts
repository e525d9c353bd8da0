import type { AreaChange, GraphChange, GraphChangeKind, NewOrganisation } from '@dengke/contract';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';
import type { OrganisationLine } from './organisations';

type Change = Schemas['PreviewChangeDto']['change'];
export type Preview = Schemas['GraphPreviewDto'];
export type Picked = Pick<OrganisationLine, 'id' | 'name' | 'kind'>;

/** What is filled in, whatever the kind of change; each kind reads its own. */
export interface Wanted {
  /** The other organisation: the one merged into, the successor, who issues from now on. */
  other: Picked | null;
  credentialParent: Picked | null;
  noticeParent: Picked | null;
  organiser: Picked | null;
  areaCode: string;
  name: string;
  office: string;
  phone: string;
  kind: NewOrganisation['kind'];
  uscc: string;
  unitKind: string;
  isEnergy: boolean;
  doors: ('municipal' | 'organiser')[];
  singlePerson: boolean;
  people: { personId: string; role: Schemas['IssueCredentialDto']['role']; organisationId: string }[];
  below: string[];
  areas: AreaChange[];
}

export const nothingWanted: Wanted = {
  ...{ other: null, credentialParent: null, noticeParent: null, organiser: null, areaCode: '', name: '', office: '', phone: '' },
  ...{ kind: 'unit', uscc: '', unitKind: 'enterprise', isEnergy: false, doors: ['organiser'], singlePerson: false },
  ...{ people: [], below: [], areas: [] },
};

const written = <Name extends string>(name: Name, value: string): { [N in Name]?: string } =>
  (value.trim() === '' ? {} : { [name]: value.trim() }) as { [N in Name]?: string };
const picked = <Name extends string>(name: Name, value: Picked | null): { [N in Name]?: string } =>
  (value === null ? {} : { [name]: value.id }) as { [N in Name]?: string };

function newOrganisation(wanted: Wanted, kind: NewOrganisation['kind']): NewOrganisation {
  const { name, areaCode, office, phone, credentialParent, noticeParent, organiser } = wanted;
  const { uscc, unitKind, isEnergy, doors, singlePerson } = wanted;
  const details = { uscc: uscc.trim().toUpperCase(), unitKind, organiserId: organiser?.id ?? '', field: isEnergy ? 'energy' : null };
  return {
    ...{ name: name.trim(), kind, areaCode, contactOffice: office.trim(), contactPhone: phone.trim() },
    ...{ credentialParentId: credentialParent?.id ?? '', noticeParentId: (noticeParent ?? credentialParent)?.id ?? '' },
    ...(kind === 'unit' ? { unit: { ...details, doors, ownOrganiser: false, singlePerson } } : {}),
  };
}

/** The change as the system understands it. */
export function changeOf(kind: GraphChangeKind, organisation: Picked | null, wanted: Wanted): GraphChange {
  const organisationId = organisation?.id ?? '';
  const { other, credentialParent, noticeParent, organiser, areaCode, name, office, phone, people, below, areas } = wanted;
  const ofKind =
    organisation === null || organisation.kind === 'ministry' || organisation.kind === 'department' ? 'unit' : organisation.kind;
  switch (kind) {
    case 'create':
      return { kind, organisation: newOrganisation(wanted, wanted.kind) };
    case 'transfer':
      return {
        ...{ kind, organisationId },
        to: {
          ...picked('credentialParentId', credentialParent),
          ...picked('noticeParentId', noticeParent),
          ...picked('organiserId', organiser),
          ...written('areaCode', areaCode),
        },
      };
    case 'rename':
      return { kind, organisationId, ...written('name', name), ...written('contactOffice', office), ...written('contactPhone', phone) };
    case 'merge':
      return { kind, organisationId, intoId: other?.id ?? '', ...(areas.length === 0 ? {} : { areas }) };
    case 'split':
      return {
        ...{ kind, organisationId, organisation: newOrganisation(wanted, ofKind), organisationIds: below },
        people: people.map(({ personId, role }) => ({ personId, role })),
      };
    case 'close':
      return { kind, organisationId, successorId: other?.id ?? null };
    case 'revoke':
      return { kind, organisationId, appointments: people };
    case 'handOver':
      return { kind, organisationId, toId: other?.id ?? '', ...(below.length === 0 ? {} : { organisationIds: below }) };
  }
}

export const preview = (change: GraphChange): Promise<Preview> =>
  answerOf(api.POST('/graph-changes/preview', { body: { change: change as Change } }));

export const makeChange = ({ change, version, reason }: { change: GraphChange; version: string; reason: string }, key: string) =>
  answerOf(api.POST('/graph-changes', { ...keyed(key), body: { change: change as Change, version, reason } }));

/** Open submissions of a unit along the route it has now; each comes out for itself. */
export const reroute = ({ unitId, serials, reason }: { unitId: string; serials: string[]; reason: string }, key: string) =>
  answerOf(api.POST('/submissions/reroute', { ...keyed(key), body: { unitId, serials, reason } }));
