import type { OrganisationKind, Role } from '@dengke/contract';
import type { GraphPicture, PicturedNode, PicturedPosition } from '../src/routes/graph-picture';
import type { Route } from '../src/routes/route-resolution';

/** How many bureaus and units each of the three branches has. */
export interface Branch {
  bureaus: number;
  unitsEach: number;
}

const legs = (...pairs: [Route['legs'][number]['kind'], string][]) => pairs.map(([kind, holder]) => ({ kind, holder }));
const above = [
  ['organiser', 'organiser-of-unit'],
  ['department', 'department'],
  ['ministry', 'ministry'],
] as [Route['legs'][number]['kind'], string][];
const route = (id: string, units: Route['units'], door: Route['door'], own: Route['legs']): Route => ({
  ...{ id, version: 1, name: id, units, door, paperRequired: false, legs: own },
});
const routes: Route[] = [
  route('R-city', 'energy', 'municipal', legs(['unit', 'own-unit'], ['municipal', 'municipal-of-area'], ...above)),
  route('R-bureau', 'energy', 'organiser', legs(['unit', 'own-unit'], ...above)),
  route('R-default', 'other', 'organiser', legs(['unit', 'own-unit'], ...above)),
];

interface Place {
  areaCode: string;
  credentialParentId: string | null;
  noticeParentId: string | null;
}

/** A province of three organisers with their bureaus, counties and units, whole and staffed, as plain data. */
export function aProvince(branches: readonly Branch[]): GraphPicture {
  const nodes: PicturedNode[] = [];
  const positions: PicturedPosition[] = [];
  const add = (id: string, kind: OrganisationKind, place: Place, unit: PicturedNode['unit'] = null, roles: Role[] = []): string => {
    const path = `${nodes.find((node) => node.id === place.credentialParentId)?.path ?? '/'}${id}/`;
    const contact = { organiserKind: null, contactOffice: '办公室', contactPhone: '0351-0000000' };
    nodes.push({ id, kind, name: id, level: null, ...place, path, ...contact, closed: false, successorId: null, version: 1, unit });
    for (const [at, role] of roles.entries()) {
      positions.push({ id: `${id}:${at}`, personId: `${id}-${at}`, organisationId: id, role, deputyOf: null });
    }
    return id;
  };
  const ministry = add('ministry', 'ministry', { areaCode: '11', credentialParentId: null, noticeParentId: null }, null, [
    'superAdmin',
    'manager',
  ]);
  const province: Place = { areaCode: '14', credentialParentId: ministry, noticeParentId: null };
  const department = add('department', 'department', province, null, ['superAdmin', 'manager']);
  branches.forEach(({ bureaus, unitsEach }, branch) => {
    const place = { areaCode: '14', credentialParentId: department, noticeParentId: department };
    const organiser = add(`organiser-${branch}`, 'organiser', place, null, ['superAdmin', 'manager']);
    for (let bureau = 0; bureau < bureaus; bureau += 1) {
      const areaCode = `14${String(branch * 10 + bureau + 1).padStart(2, '0')}`;
      const under = { areaCode, credentialParentId: organiser, noticeParentId: organiser };
      const municipal = add(`bureau-${branch}-${bureau}`, 'municipal', under, null, ['manager', 'manager']);
      const below = { areaCode: `${areaCode}01`, credentialParentId: municipal, noticeParentId: municipal };
      const county = add(`county-${branch}-${bureau}`, 'county', below, null, ['liaison']);
      for (let unit = 0; unit < unitsEach; unit += 1) {
        const id = `unit-${branch}-${bureau}-${unit}`;
        const details = {
          uscc: id,
          unitKind: 'enterprise',
          organiserId: organiser,
          field: 'energy',
          ownOrganiser: false,
          singlePerson: false,
        };
        add(id, 'unit', { ...below, noticeParentId: county }, { ...details, doors: ['municipal', 'organiser'] }, [
          'unitAdmin',
          'completer',
        ]);
      }
    }
  });
  return { organisations: new Map(nodes.map((node) => [node.id, node])), positions, shut: new Set(), routes };
}
