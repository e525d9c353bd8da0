import { isStructural, lintGraphs } from './graph-lint';
import type { GraphNode, Graphs } from './graph-lint';

const node = (id: string, kind: GraphNode['kind'], parent: string | null, overrides: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind,
  areaCode: '14',
  credentialParentId: parent,
  noticeParentId: kind === 'department' ? null : parent,
  contactPhone: '0351-0000000',
  ...overrides,
});

/** The smallest whole province: one line with one unit and one county. */
const whole: Required<Graphs> = {
  organisations: [
    node('ministry', 'ministry', null),
    node('department', 'department', 'ministry'),
    node('bureau', 'organiser', 'department'),
    node('city', 'municipal', 'bureau'),
    node('county', 'county', 'city'),
    node('works', 'unit', 'city', { noticeParentId: 'county', organiserId: 'bureau' }),
  ],
  ways: [
    {
      unitId: 'works',
      door: 'municipal',
      routeId: 'R-city',
      legs: [
        { kind: 'unit', organisationId: 'works' },
        { kind: 'municipal', organisationId: 'city' },
        { kind: 'organiser', organisationId: 'bureau' },
        { kind: 'department', organisationId: 'department' },
        { kind: 'ministry', organisationId: 'ministry' },
      ],
    },
  ],
  positions: [
    ...['ministry', 'department', 'bureau'].map((organisationId) => ({ organisationId, role: 'superAdmin' as const })),
    { organisationId: 'city', role: 'manager' },
    { organisationId: 'county', role: 'liaison' },
    { organisationId: 'works', role: 'unitAdmin' },
  ],
};
const withNode = (id: string, change: Partial<GraphNode>): Graphs => ({
  ...whole,
  organisations: whole.organisations.map((node) => (node.id === id ? { ...node, ...change } : node)),
});
const withLeg = (at: number, leg: Graphs['ways'][number]['legs'][number]): Graphs => ({
  ...whole,
  ways: whole.ways.map((way) => ({ ...way, legs: way.legs.map((present, number) => (number === at ? leg : present)) })),
});
const withoutPeople = (...emptied: string[]): Graphs => ({
  ...whole,
  positions: whole.positions.filter(({ organisationId }) => !emptied.includes(organisationId)),
});

describe('the lint of the graphs', () => {
  it('finds nothing wrong with a whole one', () => {
    expect(lintGraphs(whole)).toEqual([]);
  });

  it('finds an orphan in each of the two trees, and one that hangs on nothing', () => {
    expect(lintGraphs(withNode('bureau', { credentialParentId: null }))).toContainEqual({
      fault: 'orphan',
      organisationId: 'bureau',
      in: 'credential',
    });
    expect(lintGraphs(withNode('county', { noticeParentId: 'nobody' }))).toContainEqual({
      fault: 'orphan',
      organisationId: 'county',
      in: 'notice',
    });
    expect(lintGraphs(withNode('department', { credentialParentId: null }))).toContainEqual({
      fault: 'orphan',
      organisationId: 'department',
      in: 'credential',
    });
  });

  it('finds a circle, for all that hang in or below it', () => {
    const faults = lintGraphs(withNode('bureau', { credentialParentId: 'city' }));
    expect(faults.filter(({ fault }) => fault === 'cycle').map(({ organisationId }) => organisationId)).toEqual([
      'bureau',
      'city',
      'county',
      'works',
    ]);
  });

  it('finds a node without a contact, a unit without an organiser and a door that leads nowhere', () => {
    expect(lintGraphs(withNode('county', { contactPhone: null }))).toEqual([
      { fault: 'noContact', organisationId: 'county', in: 'notice' },
    ]);
    expect(lintGraphs(withNode('works', { organiserId: 'city' }))).toEqual([
      { fault: 'noOrganiser', organisationId: 'works', in: 'route' },
    ]);
    expect(lintGraphs(withLeg(1, null))).toEqual([{ fault: 'noRoute', organisationId: 'works', in: 'municipal' }]);
  });

  it('finds a node that hangs under a kind that has none below it, in each of the two trees [S4 S56]', () => {
    expect(lintGraphs(withNode('works', { credentialParentId: 'county' }))).toEqual([
      { fault: 'wrongParent', organisationId: 'works', in: 'credential' },
    ]);
    expect(lintGraphs(withNode('county', { noticeParentId: 'bureau' }))).toEqual([
      { fault: 'wrongParent', organisationId: 'county', in: 'notice' },
    ]);
  });

  it('finds two municipal bureaus of one organiser in one area, but not of two organisers [S4]', () => {
    const twin = (organiser: string): Graphs => ({
      organisations: [...whole.organisations, node('other-bureau', 'organiser', 'department'), node('twin', 'municipal', organiser)],
      ways: whole.ways,
    });
    expect(lintGraphs(twin('bureau'))).toEqual([{ fault: 'areaContested', organisationId: 'twin', in: '14' }]);
    expect(lintGraphs(twin('other-bureau'))).toEqual([]);
  });

  it('lets no county hold a desk [P3]', () => {
    expect(lintGraphs(withLeg(1, { kind: 'municipal', organisationId: 'county' }))).toContainEqual({
      fault: 'deskCannotReview',
      organisationId: 'county',
      in: 'R-city',
    });
  });

  it('lets a municipal bureau review before the provincial one on whose level it stands [P2]', () => {
    expect(lintGraphs(whole).filter(({ organisationId }) => organisationId === 'city')).toEqual([]);
  });

  it('finds a reviewing desk where nobody sits, and a unit with nobody to release', () => {
    expect(lintGraphs(withoutPeople('city'))).toEqual([{ fault: 'deskUnstaffed', organisationId: 'city', in: 'R-city' }]);
    expect(lintGraphs(withoutPeople('works'))).toEqual([{ fault: 'deskUnstaffed', organisationId: 'works', in: 'R-city' }]);
    expect(lintGraphs(withoutPeople('county'))).toEqual([]);
  });

  it('finds a management organisation without its one super administrator, and one that has none of its own [S57]', () => {
    expect(lintGraphs(withoutPeople('bureau'))).toContainEqual({ fault: 'superAdmins', organisationId: 'bureau', in: 'credential' });
    const crowned: Graphs = { ...whole, positions: [...whole.positions, { organisationId: 'city', role: 'superAdmin' }] };
    expect(lintGraphs(crowned)).toEqual([{ fault: 'superAdmins', organisationId: 'city', in: 'credential' }]);
  });

  it('tells what is wrong with the graphs from who is missing in them', () => {
    expect(lintGraphs(withoutPeople('city', 'bureau')).filter(isStructural)).toEqual([]);
    expect(lintGraphs(withNode('county', { contactPhone: '' })).filter(isStructural)).toHaveLength(1);
    expect(lintGraphs({ organisations: whole.organisations, ways: whole.ways })).toEqual([]);
  });
});
