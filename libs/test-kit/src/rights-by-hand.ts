/** docs/rights.md written out once more by hand: what the matrix expects must not come from what it judges. */
const everybody = ['organisation.read', 'inbox.read', 'window.read'];
const unitDesk = ['submission.read', 'submission.decide'];
const desk = [...unitDesk, 'deadline.extend'];
const notices = ['notice.read', 'notice.issue', 'notice.forward', 'notice.answer'];
const admin = ['credential.issue', 'rights.set', 'people.unmask', 'graph.change', 'position.grant'];

const rightsOfPlaces: Record<string, readonly string[]> = {
  'ministry superAdmin': [...desk, ...admin],
  'ministry manager': desk,
  'department superAdmin': [
    ...desk,
    ...admin,
    ...notices,
    'window.manage',
    'objection.decide',
    'calendar.load',
    'limit.set',
    'report.manage',
    'registration.cancel',
    'register.import',
  ],
  'department manager': [
    ...desk,
    ...notices,
    'window.manage',
    'objection.decide',
    'calendar.load',
    'limit.set',
    'report.manage',
    'registration.cancel',
    'register.import',
  ],
  'department systemAdmin': ['graph.lint', 'workflow.look'],
  'department securityAdmin': ['credential.secure', 'rights.set'],
  'department auditAdmin': ['audit.read'],
  'organiser superAdmin': [...desk, ...admin, ...notices],
  'organiser manager': [...desk, ...notices],
  'municipal manager': [...desk, ...notices, 'credential.issue'],
  'county liaison': ['notice.read', 'notice.forward', 'notice.answer'],
  'unit unitAdmin': ['draft.write', 'notice.read', 'notice.answer', ...unitDesk, 'credential.issue', 'draft.handOver'],
  'unit completer': ['draft.write', 'notice.read', 'submission.read'],
};

export function rightsByHand(organisationKind: string, role: string, given: readonly string[] = []): ReadonlySet<string> {
  const own = rightsOfPlaces[`${organisationKind} ${role}`];
  if (own === undefined) {
    throw new Error(`The matrix knows no ${role} of a ${organisationKind}`);
  }
  return new Set([...everybody, ...own, ...given]);
}

/** An organisation as the graphs have it. */
export interface GraphPlace {
  id: string;
  kind: string;
  areaCode: string | null;
  credentialParentId: string | null;
  /** Of a unit only. */
  organiserId?: string | null;
}

/** How two organisations stand to each other in the credential tree, told from parents alone. */
export function relationsIn(places: readonly GraphPlace[]) {
  const byId = new Map(places.map((place) => [place.id, place]));
  const placeOf = (id: string): GraphPlace => {
    const place = byId.get(id);
    if (place === undefined) {
      throw new Error(`The graph has no ${id}`);
    }
    return place;
  };
  const lineOf = (id: string): string[] => {
    const { credentialParentId } = placeOf(id);
    return credentialParentId === null ? [id] : [id, ...lineOf(credentialParentId)];
  };
  const branchOf = (id: string): string | undefined => lineOf(id).find((above) => placeOf(above).kind === 'organiser');
  /** A municipal bureau is the last-grade manager of its area within its organiser's node (S4). */
  const inArea = (bureau: GraphPlace, unit: GraphPlace): boolean =>
    bureau.kind === 'municipal' &&
    unit.organiserId === bureau.credentialParentId &&
    (unit.areaCode ?? '').startsWith(bureau.areaCode ?? '-');
  const relation = (mine: string, theirs: string): string => {
    const [me, them] = [placeOf(mine), placeOf(theirs)];
    if (mine === theirs) {
      return 'same node';
    }
    if (lineOf(theirs).includes(mine) || inArea(me, them)) {
      return 'below';
    }
    if (lineOf(mine).includes(theirs)) {
      return 'above';
    }
    if (me.kind === 'county' && them.kind === 'unit' && them.areaCode === me.areaCode) {
      return 'own county';
    }
    if (me.credentialParentId === them.credentialParentId) {
      return 'sibling';
    }
    return branchOf(mine) !== undefined && branchOf(mine) === branchOf(theirs) ? 'cousin' : 'other branch';
  };
  return { placeOf, relation, isWithin: (mine: string, theirs: string) => ['same node', 'below'].includes(relation(mine, theirs)) };
}
