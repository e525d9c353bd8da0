import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  doors,
  organisationKinds,
  roles,
  rolesIn,
  separatedRoles,
  stageKinds,
  type Door,
  type OrganisationKind,
  type Role,
  type StageKind,
} from '@dengke/contract';
import { codeListOn } from '@dengke/contract/forms';

type Area = { code: string; name: string; parent: string | null; path: string };
type Contact = { office: string; phone: string };
type Node = { id: string; name: string; areaCode: string; contact: Contact; credentialParent: string | null; noticeParent: string | null };
type Organisation = Node & { kind: OrganisationKind; level: number | null; organiserKind: string | null };
type Unit = Node & {
  uscc: string;
  kind: string;
  organiserId: string;
  field: 'energy' | null;
  doors: Door[];
  ownOrganiser: string | null;
  singlePerson: boolean;
};
type Leg = { kind: StageKind; organisation: string };
type Route = { id: string; version: number; appliesTo: { units: string; door: Door }; legs: Leg[]; paperRequired: boolean; source: string };
type Person = {
  id: string;
  login: string;
  name: string;
  mobile: string;
  mail: string;
  positions: { organisationId: string; role: Role }[];
};

const read = <T>(file: string): T => JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as T;
const { areas } = read<{ areas: Area[] }>('areas.json');
const { organisations } = read<{ organisations: Organisation[] }>('organisations.json');
const { units } = read<{ units: Unit[] }>('units.json');
const { routes } = read<{ routes: Route[] }>('routes.json');
const { people, password, demonstration } = read<{ people: Person[]; password: string; demonstration: boolean }>('people.json');

const nodes = new Map<string, Node>([...organisations, ...units].map((node) => [node.id, node]));
const organisation = new Map(organisations.map((node) => [node.id, node]));
const ofKind = (kind: OrganisationKind): Organisation[] => organisations.filter((node) => node.kind === kind);
const holders = (id: string, role: Role): Person[] =>
  people.filter(({ positions }) => positions.some((position) => position.organisationId === id && position.role === role));
const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

/** The kind of route a unit belongs to; the loader and the submit request decide by the same three cases. */
const unitsCase = (unit: Unit): string => (unit.ownOrganiser ? 'own-organiser' : unit.field === 'energy' ? 'energy' : 'other');

/** Which organisation a leg means for one unit. */
function deskOf(leg: Leg, unit: Unit): string | undefined {
  switch (leg.organisation) {
    case 'own-unit':
      return unit.id;
    case 'organiser-of-unit':
      return unit.organiserId;
    case 'municipal-of-area':
      return ofKind('municipal').find(({ areaCode }) => unit.areaCode.startsWith(areaCode))?.id;
    default:
      return organisation.get(leg.organisation)?.id;
  }
}

/** The way up from a node, itself first; stops where it meets a node again. */
function ancestry(node: Node, parentOf: (node: Node) => string | null): string[] {
  const path: string[] = [];
  for (let next: Node | undefined = node; next && !path.includes(next.id); next = nodes.get(parentOf(next) ?? '')) {
    path.push(next.id);
  }
  return path;
}

describe('the areas of the seed', () => {
  it('are 31 provinces, eleven prefectures and 117 counties of Shanxi, each under its parent', () => {
    const counts = [2, 4, 6].map((length) => areas.filter(({ code }) => code.length === length).length);
    expect(counts).toEqual([31, 11, 117]);
    expect(repeated(areas.map(({ code }) => code))).toEqual([]);
    const paths = new Map(areas.map(({ code, path }) => [code, path]));
    expect(areas.filter(({ code, parent, path }) => path !== `${parent === null ? '/' : paths.get(parent)}${code}/`)).toEqual([]);
  });

  it('are those of the form’s code list', () => {
    const listed = codeListOn('area', '2023-08-01').entries.map(({ code, name, parent = null }) => ({ code, name, parent }));
    const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
    expect(listed.sort(byCode)).toEqual(areas.map(({ code, name, parent }) => ({ code, name, parent })).sort(byCode));
  });

  it('hold every node', () => {
    const codes = new Set(areas.map(({ code }) => code));
    expect([...nodes.values()].filter(({ areaCode }) => !codes.has(areaCode))).toEqual([]);
  });
});

describe('the organisations of the seed', () => {
  it('have the four levels of registrars [S51 S52 S53 S54]', () => {
    expect(organisations.filter(({ level }) => level === 1).map(({ name }) => name)).toEqual(['国家科技成果网']);
    expect(organisations.filter(({ level }) => level === 2).map(({ name }) => name)).toEqual(['山西省科学技术厅']);
    expect(organisations.every(({ kind, organiserKind }) => (kind === 'organiser') === (organiserKind !== null))).toBe(true);
    const wording = ['各市人民政府科技管理部门', '省政府有关组成部门', '直属机构', '驻晋有关中央科研院所和国有企业'];
    expect([...new Set(ofKind('organiser').map(({ organiserKind }) => organiserKind))].sort()).toEqual(wording.sort());
  });

  it('put the eleven municipal bureaus on the level of the provincial bureau, under its node [S3 S4]', () => {
    const provincial = organisation.get('org-sx-energy');
    expect(provincial).toMatchObject({ kind: 'organiser', level: 3 });
    expect(ofKind('municipal')).toHaveLength(11);
    expect(new Set(ofKind('municipal').map(({ areaCode }) => areaCode))).toHaveProperty('size', 11);
    expect(ofKind('municipal').filter(({ level, credentialParent }) => level !== 3 || credentialParent !== 'org-sx-energy')).toEqual([]);
  });

  it("include Changzhi's twelve county bureaus, which are registrars of no level [S1]", () => {
    expect(ofKind('county')).toHaveLength(12);
    expect(ofKind('county').filter(({ areaCode, level }) => !/^1404\d\d$/.test(areaCode) || level !== null)).toEqual([]);
  });

  it('have unique ids, a known kind and a contact each', () => {
    expect(repeated([...organisations, ...units].map(({ id }) => id))).toEqual([]);
    expect(organisations.filter(({ kind }) => !organisationKinds.includes(kind))).toEqual([]);
    expect([...nodes.values()].filter(({ contact }) => !contact.office || !/^0\d{2,3}-000\d{4}$/.test(contact.phone))).toEqual([]);
  });

  it('reach the ministry in the credential tree and the department in the cascade, without orphan or cycle', () => {
    const tops = (parentOf: (node: Node) => string | null): Set<string | undefined> =>
      new Set([...nodes.values()].filter(({ id }) => id !== 'org-most').map((node) => ancestry(node, parentOf).at(-1)));
    expect(tops(({ credentialParent }) => credentialParent)).toEqual(new Set(['org-most']));
    expect(tops(({ noticeParent }) => noticeParent)).toEqual(new Set(['org-sx-kjt']));
    const parents = [...nodes.values()].flatMap(({ credentialParent, noticeParent }) => [credentialParent, noticeParent]);
    expect(parents.filter((id) => id !== null && !nodes.has(id))).toEqual([]);
  });

  it('pass notices down from the department by the bureaus to the enterprises of a county [S9 S20]', () => {
    const unit = units.find(({ id }) => id === 'unit-zhangling-coal');
    expect(unit && ancestry(unit, ({ noticeParent }) => noticeParent)).toEqual([
      'unit-zhangling-coal',
      'org-cz-luzhou-energy',
      'org-changzhi-energy',
      'org-sx-energy',
      'org-sx-kjt',
    ]);
  });
});

describe('the units of the seed', () => {
  it('have valid codes, one of them with the check character 0 of a sum that 31 divides', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    const checked = (uscc: string): string => {
      const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(uscc.charAt(index)), 0);
      return alphabet.charAt((31 - (sum % 31)) % 31);
    };
    expect(units.filter(({ uscc }) => !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(uscc) || uscc.charAt(17) !== checked(uscc))).toEqual([]);
    expect(['914403001922038216', '9144030071526726XG', '91110108551385082Q'].map(checked)).toEqual(['6', 'G', 'Q']);
    expect(units.map(({ uscc }) => uscc.charAt(17))).toContain('0');
    expect(repeated(units.map(({ uscc }) => uscc))).toEqual([]);
  });

  it('have one organiser each, and a second door only in the energy field [S25]', () => {
    expect(units.filter(({ organiserId }) => organisation.get(organiserId)?.kind !== 'organiser')).toEqual([]);
    expect(units.filter(({ field, doors }) => doors.includes('municipal') && field !== 'energy')).toEqual([]);
    expect(units.filter((unit) => unit.ownOrganiser !== null && unit.ownOrganiser !== unit.organiserId)).toEqual([]);
  });
});

describe('the routes of the seed', () => {
  const pairs = units.flatMap((unit) => unit.doors.map((door) => ({ unit, door })));
  const matching = (unit: Unit, door: Door): Route[] =>
    routes.filter(({ appliesTo }) => appliesTo.units === unitsCase(unit) && appliesTo.door === door);

  it('are known by id, in known words, and say whether they wait for paper', () => {
    expect(repeated(routes.map(({ id }) => id))).toEqual([]);
    expect(routes.map(({ id }) => id)).toEqual(['R-city', 'R-bureau', 'R-default', 'R-own']);
    expect(
      routes.filter(({ appliesTo, legs }) => !doors.includes(appliesTo.door) || legs.some(({ kind }) => !stageKinds.includes(kind))),
    ).toEqual([]);
    expect(routes.every(({ paperRequired, version }) => paperRequired && version === 1)).toBe(true);
  });

  it('are exactly one for each unit and door, with two units at least on each [S25 S62]', () => {
    expect(pairs.filter(({ unit, door }) => matching(unit, door).length !== 1)).toEqual([]);
    const travelled = pairs.map(({ unit, door }) => matching(unit, door)[0]?.id);
    expect(routes.filter(({ id }) => travelled.filter((route) => route === id).length < 2)).toEqual([]);
  });

  it('lead by the city through both bureaus, though both have the same level [P2 S3 S4 S31 S32]', () => {
    expect(routes.find(({ id }) => id === 'R-city')?.legs.map(({ kind }) => kind)).toEqual([...stageKinds]);
    expect(routes.filter(({ id }) => id !== 'R-city').map(({ legs }) => legs.map(({ kind }) => kind))).toEqual(
      Array(3).fill(stageKinds.filter((kind) => kind !== 'municipal')),
    );
  });

  it('find a desk with somebody at it for every leg, and never a county bureau [P3]', () => {
    const desks = pairs.flatMap(({ unit, door }) =>
      (matching(unit, door)[0]?.legs ?? []).map((leg) => ({ kind: leg.kind, id: deskOf(leg, unit) })),
    );
    expect(desks.filter(({ kind, id }) => !id || (kind === 'unit' ? !nodes.has(id) : organisation.get(id)?.kind !== kind))).toEqual([]);
    const staff = (kind: StageKind, id = ''): Person[] => holders(id, kind === 'unit' ? 'unitAdmin' : 'manager');
    expect(desks.filter(({ kind, id }) => staff(kind, id).length === 0)).toEqual([]);
  });

  it('give an enterprise that is its own organiser a desk held by others than its completers', () => {
    const own = units.filter(({ ownOrganiser }) => ownOrganiser !== null);
    expect(own.length).toBeGreaterThanOrEqual(2);
    const submitters = own.flatMap(({ id }) => [...holders(id, 'completer'), ...holders(id, 'unitAdmin')]);
    expect(submitters.filter((person) => own.some(({ organiserId }) => holders(organiserId, 'manager').includes(person)))).toEqual([]);
  });
});

describe('the people of the seed', () => {
  it('have unique ids, logins, mobiles and mails, and positions that exist', () => {
    for (const key of ['id', 'login', 'name', 'mobile', 'mail'] as const) {
      expect(repeated(people.map((person) => person[key]))).toEqual([]);
    }
    const positions = people.flatMap((person) => person.positions);
    expect(positions.filter(({ organisationId, role }) => !nodes.has(organisationId) || !roles.includes(role))).toEqual([]);
    expect(new Set(positions.map(({ role }) => role))).toEqual(new Set(roles));
  });

  it('hold each role only where it belongs', () => {
    const positions = people.flatMap((person) => person.positions);
    expect(
      positions.filter(({ organisationId, role }) => !rolesIn[organisation.get(organisationId)?.kind ?? 'unit'].includes(role)),
    ).toEqual([]);
  });

  it('include one super administrator for each management organisation, and managers alone at the last rank [S4 S57]', () => {
    expect(separatedRoles.map((role) => holders('org-sx-kjt', role).length)).toEqual([1, 1, 1]);
    const withOwn = organisations.filter(({ kind }) => ['ministry', 'department', 'organiser'].includes(kind));
    expect(withOwn.filter(({ id }) => holders(id, 'superAdmin').length !== 1 || holders(id, 'manager').length < 2)).toEqual([]);
    expect(ofKind('municipal').filter(({ id }) => holders(id, 'manager').length === 0 || holders(id, 'superAdmin').length > 0)).toEqual([]);
    expect(ofKind('county').filter(({ id }) => holders(id, 'liaison').length !== 1)).toEqual([]);
  });

  it('are in each unit an administrator and two completers, or one person who is both', () => {
    expect(
      units.filter(
        ({ id, singlePerson }) => holders(id, 'unitAdmin').length !== 1 || holders(id, 'completer').length !== (singlePerson ? 1 : 2),
      ),
    ).toEqual([]);
    const [single] = units.filter(({ singlePerson }) => singlePerson);
    expect(holders(single?.id ?? '', 'unitAdmin')).toEqual(holders(single?.id ?? '', 'completer'));
    const several = units.filter(({ singlePerson }) => !singlePerson);
    expect(several.filter(({ id }) => holders(id, 'completer').includes(holders(id, 'unitAdmin')[0] as Person))).toEqual([]);
  });

  it('are invented: unassigned mobiles, addresses that lead nowhere, a password for demonstration', () => {
    expect(people.filter(({ login, mobile, mail }) => !/^1990000\d{4}$/.test(mobile) || mail !== `${login}@demo.dengke.example`)).toEqual(
      [],
    );
    expect(demonstration).toBe(true);
    expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^A-Za-z0-9]).{12,}$/);
  });

  it('are nobody whom the letters name as a contact', () => {
    const named = [
      '18f3f041fa5c0420942d351d3536938ae0b99d6f2faa70c8225a2d688d6d1ded',
      '391cd819ad58fd29ba37b2189f903767911ab22e49a5925c61e34c6c3511aa9a',
      '3bc22609c2a9c085e31aaa340f5788346f6ee554cd49b00074ff74cdcb17a9d4',
      'a7082084eb584ec4ba14c6cbafd760fb6617cbd45d2530f6ae4be9fd2aa76c8d',
    ];
    const files = readdirSync(__dirname).filter((file) => file.endsWith('.json'));
    const texts = files.flatMap((file) => readFileSync(join(__dirname, file), 'utf8').match(/\p{Script=Han}{2,}/gu) ?? []);
    const windows = texts.flatMap((text) => [2, 3].flatMap((length) => [...text].map((_, start) => text.slice(start, start + length))));
    expect(windows.filter((window) => named.includes(createHash('sha256').update(window).digest('hex')))).toEqual([]);
  });
});
