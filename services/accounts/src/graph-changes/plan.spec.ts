import type { GraphChange, NewOrganisation } from '@dengke/contract';
import type { DomainError } from '@dengke/service-kit';
import { aProvince } from '../../testing/a-province';
import type { GraphPicture } from '../routes/graph-picture';
import { planChange } from './plan';

const province = aProvince([2, 2, 1].map((bureaus) => ({ bureaus, unitsEach: 2 })));
const plan = (change: GraphChange, centreId = 'department', picture: GraphPicture = province) => planChange(picture, centreId, change);
const faultsOf = (change: GraphChange) => [
  ...new Set(plan(change).faults.map(({ fault, organisationId }) => `${fault} ${organisationId}`)),
];
const fieldsOf = (change: GraphChange, picture?: GraphPicture): unknown => {
  try {
    return plan(change, 'department', picture).version;
  } catch (refusal) {
    return (refusal as DomainError).details?.['fields'];
  }
};
const impossible = (field: string) => [{ field: `change.${field}`, reason: 'impossible' }];
const node = (change: GraphChange, id: string) => plan(change).after.organisations.get(id);
const heldAt = ({ positions }: GraphPicture, id: string) =>
  positions.filter(({ organisationId }) => organisationId === id).map(({ personId, role }) => `${role} ${personId}`);

const aUnit: NewOrganisation = {
  ...{ name: '新单位', kind: 'unit', areaCode: '140101', credentialParentId: 'bureau-0-0', noticeParentId: 'county-0-0' },
  ...{ contactOffice: '办公室', contactPhone: '0351-1111111' },
  unit: {
    ...{ uscc: 'new-code', unitKind: 'enterprise', organiserId: 'organiser-0', field: 'energy', doors: ['municipal'] },
    ...{ ownOrganiser: false, singlePerson: false },
  },
};
const aBureau: NewOrganisation = {
  ...{ name: '新局', kind: 'municipal', areaCode: '1409', credentialParentId: 'organiser-0', noticeParentId: 'organiser-0' },
  ...{ contactOffice: '办公室', contactPhone: '0351-2222222' },
};

describe('a change, worked out', () => {
  it('creates a unit that has nobody yet, with its way, and no second one with its code', () => {
    const { effects, faults, after } = plan({ kind: 'create', organisation: aUnit });
    expect(faults).toEqual([]);
    expect(after.organisations.get('new')).toMatchObject({ level: 4, path: '/ministry/department/organiser-0/bureau-0-0/new/' });
    expect(effects.routes).toEqual([{ unitId: 'new', door: 'municipal', before: null, after: expect.any(Array) as unknown }]);
    expect(fieldsOf({ kind: 'create', organisation: aUnit }, after)).toEqual(impossible('organisation.unit'));
  });

  it('lets nothing lead to a bureau that has nobody yet', () => {
    const created = plan({ kind: 'create', organisation: aBureau });
    expect(created.faults).toEqual([]);
    const move: GraphChange = { kind: 'transfer', organisationId: 'unit-0-0-0', to: { credentialParentId: 'new', areaCode: '140901' } };
    expect(plan(move, 'department', created.after).faults).toEqual([{ fault: 'deskUnstaffed', organisationId: 'new', in: 'R-city' }]);
  });

  it('transfers a bureau with all below it, its units to the new organiser', () => {
    const change: GraphChange = {
      kind: 'transfer',
      organisationId: 'bureau-0-0',
      to: { credentialParentId: 'organiser-1', noticeParentId: 'organiser-1', organiserId: 'organiser-1' },
    };
    const { effects, faults, after } = plan(change);
    expect(faults).toEqual([]);
    expect(after.organisations.get('unit-0-0-1')).toMatchObject({
      path: '/ministry/department/organiser-1/bureau-0-0/unit-0-0-1/',
      unit: { organiserId: 'organiser-1' },
    });
    expect(effects.routes.map(({ unitId, door }) => `${unitId} ${door}`)).toEqual([
      'unit-0-0-0 municipal',
      'unit-0-0-0 organiser',
      'unit-0-0-1 municipal',
      'unit-0-0-1 organiser',
    ]);
    expect(effects.addressees).toEqual([{ organisationId: 'bureau-0-0', fromId: 'organiser-0', toId: 'organiser-1' }]);
    expect(faultsOf({ ...change, to: { credentialParentId: 'organiser-1' } })).toContain('noRoute unit-0-0-0');
  });

  it('merges two bureaus: people, units and desks go over, one closes, and the areas are written anew', () => {
    const change: GraphChange = {
      kind: 'merge',
      organisationId: 'bureau-0-0',
      intoId: 'bureau-0-1',
      areas: [{ from: '1401', to: '1402' }],
    };
    const { effects, faults, after } = plan(change, 'organiser-0');
    expect(faults).toEqual([]);
    expect(after.organisations.get('bureau-0-0')).toMatchObject({ closed: true, successorId: 'bureau-0-1', areaCode: '1401' });
    expect(after.organisations.get('county-0-0')).toMatchObject({
      credentialParentId: 'bureau-0-1',
      noticeParentId: 'bureau-0-1',
      areaCode: '140201',
    });
    expect(heldAt(after, 'bureau-0-0')).toEqual([]);
    expect(heldAt(after, 'bureau-0-1')).toEqual([
      'manager bureau-0-1-0',
      'manager bureau-0-1-1',
      'manager bureau-0-0-0',
      'manager bureau-0-0-1',
    ]);
    expect(effects.routes.filter(({ door }) => door === 'municipal').map((way) => way.after?.[1]?.organisationId)).toEqual([
      'bureau-0-1',
      'bureau-0-1',
    ]);
    expect(faultsOf({ kind: 'merge', organisationId: 'bureau-0-0', intoId: 'bureau-0-1' })).toContain('noRoute unit-0-0-0');
  });

  it('merges two organisers, and the super administrator of the one that closes is a manager of the other [S57]', () => {
    const { faults, after, effects } = plan({ kind: 'merge', organisationId: 'organiser-0', intoId: 'organiser-1' });
    expect(faults).toEqual([]);
    expect(heldAt(after, 'organiser-1')).toContain('manager organiser-0-0');
    expect(heldAt(after, 'organiser-1').filter((held) => held.startsWith('superAdmin'))).toEqual(['superAdmin organiser-1-0']);
    expect(after.organisations.get('unit-0-0-0')?.unit?.organiserId).toBe('organiser-1');
    expect(effects.positions).toContainEqual({
      personId: 'organiser-0-0',
      organisationId: 'organiser-0',
      role: 'superAdmin',
      change: 'ended',
    });
  });

  it('lets one who comes second in a merge follow to the last of its successors', () => {
    const first = plan({ kind: 'merge', organisationId: 'unit-0-0-0', intoId: 'unit-0-0-1' }).after;
    const second = plan({ kind: 'merge', organisationId: 'unit-0-0-1', intoId: 'unit-0-1-0' }, 'department', first).after;
    expect(second.organisations.get('unit-0-0-0')).toMatchObject({ closed: true, successorId: 'unit-0-1-0' });
  });

  it('splits a bureau: the new one takes the named people and units, and needs somebody at its desk', () => {
    const split: GraphChange = {
      kind: 'split',
      organisationId: 'bureau-0-0',
      organisation: { ...aBureau, areaCode: '1401' },
      people: [{ personId: 'bureau-0-0-1', role: 'manager' }],
      organisationIds: ['unit-0-0-0'],
    };
    const { after } = plan(split);
    expect(after.organisations.get('unit-0-0-0')?.credentialParentId).toBe('new');
    expect([heldAt(after, 'bureau-0-0'), heldAt(after, 'new')]).toEqual([['manager bureau-0-0-0'], ['manager bureau-0-0-1']]);
    expect(plan(split).faults).toEqual([{ fault: 'areaContested', organisationId: 'new', in: '1401' }]);
    expect(plan({ ...split, organisation: aBureau }).faults).toEqual([]);
    expect(fieldsOf({ ...split, people: [{ personId: 'bureau-0-1-0', role: 'manager' }] })).toEqual(impossible('people'));
    expect(fieldsOf({ ...split, organisationIds: ['unit-0-1-0'] })).toEqual(impossible('organisationIds'));
  });

  it('splits a unit only so that both can release [P30]', () => {
    const { name, contactOffice, contactPhone, areaCode, credentialParentId, noticeParentId, unit } = aUnit;
    const organisation: NewOrganisation = {
      name,
      kind: 'unit',
      areaCode,
      credentialParentId,
      noticeParentId,
      contactOffice,
      contactPhone,
      ...(unit && { unit }),
    };
    const split = (personId: string, role: 'unitAdmin' | 'completer'): GraphChange => ({
      kind: 'split',
      organisationId: 'unit-0-0-0',
      organisation,
      people: [{ personId, role }],
      organisationIds: [],
    });
    expect(faultsOf(split('unit-0-0-0-1', 'completer'))).toEqual(['deskUnstaffed new']);
    expect(faultsOf(split('unit-0-0-0-0', 'unitAdmin'))).toEqual(['deskUnstaffed unit-0-0-0']);
    expect(faultsOf(split('unit-0-0-0-1', 'unitAdmin'))).toEqual([]);
  });

  it('closes a unit: its people leave, and what it left is the successor’s', () => {
    const { after, effects } = plan({ kind: 'close', organisationId: 'unit-0-0-0', successorId: 'unit-0-0-1' });
    expect(heldAt(after, 'unit-0-0-0')).toEqual([]);
    expect(heldAt(after, 'unit-0-0-1')).toHaveLength(2);
    expect(effects.positions.every(({ change }) => change === 'ended')).toBe(true);
    expect(after.shut.size).toBe(0);
    expect(fieldsOf({ kind: 'close', organisationId: 'unit-0-0-0', successorId: 'bureau-0-0' })).toEqual(impossible('successorId'));
  });

  it('revokes a unit’s logins, when somebody takes its account over [P8]', () => {
    const takeOver = [{ personId: 'bureau-0-0-0', organisationId: 'unit-0-0-0', role: 'unitAdmin' as const }];
    const revoke: GraphChange = { kind: 'revoke', organisationId: 'unit-0-0-0', appointments: takeOver };
    const { after, faults, effects } = plan(revoke, 'organiser-0');
    expect(faults).toEqual([]);
    expect([...after.shut].sort()).toEqual(['unit-0-0-0-0', 'unit-0-0-0-1']);
    expect(effects.credentials).toContainEqual({ personId: 'unit-0-0-0-0', fromId: 'bureau-0-0', toId: null });
    expect(heldAt(after, 'unit-0-0-0')).toEqual(['unitAdmin bureau-0-0-0']);
    expect(faultsOf({ ...revoke, appointments: [] })).toEqual(['deskUnstaffed unit-0-0-0']);
    const fromWithin = takeOver.map((appointment) => ({ ...appointment, personId: 'unit-0-0-0-1' }));
    expect(fieldsOf({ ...revoke, appointments: fromWithin })).toEqual(impossible('appointments'));
  });

  it('keeps the login of one who holds a position elsewhere', () => {
    const elsewhere = [
      ...province.positions,
      { id: 'second', personId: 'unit-0-0-0-1', organisationId: 'unit-0-1-0', role: 'completer' as const, deputyOf: null },
    ];
    const takeOver = [{ personId: 'bureau-0-0-0', organisationId: 'unit-0-0-0', role: 'unitAdmin' as const }];
    const { after } = plan({ kind: 'revoke', organisationId: 'unit-0-0-0', appointments: takeOver }, 'department', {
      ...province,
      positions: elsewhere,
    });
    expect([...after.shut]).toEqual(['unit-0-0-0-0']);
  });

  it('ends a deputyship with the position it stands in for', () => {
    const deputy = {
      id: 'deputy',
      personId: 'organiser-0-1',
      organisationId: 'bureau-0-0',
      role: 'manager' as const,
      deputyOf: 'bureau-0-0:0',
    };
    const { after } = plan({ kind: 'merge', organisationId: 'bureau-0-0', intoId: 'bureau-0-1' }, 'department', {
      ...province,
      positions: [...province.positions, deputy],
    });
    expect(after.positions.some(({ id }) => id === 'deputy')).toBe(false);
    expect(heldAt(after, 'bureau-0-1')).not.toContain('manager organiser-0-1');
  });

  it('hands logins over to another node, and leaves notices and routes as they are', () => {
    const change: GraphChange = { kind: 'handOver', organisationId: 'bureau-0-0', toId: 'organiser-0', organisationIds: ['unit-0-0-0'] };
    const { effects, faults } = plan(change, 'organiser-0');
    expect(faults).toEqual([]);
    expect(effects.credentials).toEqual(
      ['unit-0-0-0-0', 'unit-0-0-0-1'].map((personId) => ({ personId, fromId: 'bureau-0-0', toId: 'organiser-0' })),
    );
    expect([effects.routes, effects.addressees]).toEqual([[], []]);
    expect(node({ kind: 'handOver', organisationId: 'bureau-0-0', toId: 'bureau-0-1' }, 'county-0-0')?.credentialParentId).toBe(
      'bureau-0-1',
    );
    expect(fieldsOf({ ...change, organisationIds: ['unit-0-1-0'] })).toEqual(impossible('organisationIds'));
  });

  it('is another version when any row it rests on is another, and the same when one elsewhere is', () => {
    const change: GraphChange = { kind: 'close', organisationId: 'unit-0-0-0', successorId: 'unit-0-0-1' };
    const touched = (id: string): GraphPicture => ({
      ...province,
      organisations: new Map([...province.organisations].map(([of, known]) => [of, of === id ? { ...known, version: 2 } : known])),
    });
    expect(plan(change, 'department', touched('unit-0-0-0')).version).not.toBe(plan(change).version);
    expect(plan(change, 'department', touched('unit-1-0-0')).version).toBe(plan(change).version);
    expect(plan(change, 'department', { ...province, positions: province.positions.slice(0, -1) }).version).toBe(plan(change).version);
    const move: GraphChange = {
      kind: 'transfer',
      organisationId: 'bureau-0-0',
      to: { noticeParentId: 'organiser-0', credentialParentId: 'organiser-1' },
    };
    const late = { id: 'late', personId: 'late', organisationId: 'bureau-0-0', role: 'manager' as const, deputyOf: null };
    const withLate = { ...province, positions: [...province.positions, late] };
    expect(plan(move, 'department', withLate).version).not.toBe(plan(move).version);
    const left = province.positions.filter(({ personId }) => personId !== 'unit-0-0-0-1');
    expect(plan(change, 'department', { ...province, positions: left }).version).not.toBe(plan(change).version);
  });
});
