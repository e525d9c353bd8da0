import { hasRightCheckCharacter, isWellFormedUscc, normalisedUscc } from '@dengke/contract';
import type { NewOrganisation, UnitKind } from '@dengke/contract';
import type { SheetForm } from '@dengke/service-kit';
import { placeUnder } from '../credential-applications/unit-desk';
import { planCreations } from '../graph-changes/plan';
import type { Differences } from '../graph-changes/effects';
import type { GraphPicture, PicturedNode } from '../routes/graph-picture';
import { cellFaults, faultAt, inOrder, matching, oneOf, repeated } from './row-faults';
import type { RowFault } from './row-faults';
import type { SheetRow } from './sheet';

type UnitField = 'name' | 'uscc' | 'unitKind' | 'areaCode' | 'contactPhone';

export const unitSheet: SheetForm<UnitField> = {
  columns: { name: '单位名称', uscc: '统一社会信用代码', unitKind: '单位属性', areaCode: '行政区划', contactPhone: '电话' },
  mostRows: 2_000,
};
const unitKindLabels: Record<string, UnitKind> = {
  企业: 'enterprise',
  独立科研机构: 'institute',
  大专院校: 'university',
  医疗机构: 'hospital',
  其他: 'other',
};
/** The office that is shown where the list names none. */
const contactOffice = '科技管理部门';

export interface JudgedUnits {
  faults: RowFault[];
  differences: Differences;
}

/**
 * What the rows would make of the graphs, for the dry run and for the act alike.
 * @param ids one for each row
 */
export function judgeUnits(
  given: readonly SheetRow<UnitField>[],
  before: GraphPicture,
  centreId: string,
  ids: readonly string[],
): JudgedUnits {
  const rows = given.map((row) => ({ ...row, values: { ...row.values, uscc: normalisedUscc(row.values.uscc) } }));
  const taken = new Set([...before.organisations.values()].map(({ unit }) => unit?.uscc));
  const faults = [
    ...rows.flatMap((row) =>
      cellFaults(row, {
        name: matching(/^(?=.*\p{L}).{2,200}$/u),
        uscc: (value) => usccFault(value, taken),
        unitKind: oneOf(unitKindLabels),
        areaCode: matching(/^\d{2}(\d{2}){0,2}$/),
        contactPhone: matching(/^[\d+() -]{5,30}$/),
      }),
    ),
    ...repeated(rows, 'uscc'),
  ];
  const bad = new Set(faults.filter(({ severity }) => severity === 'error').map(({ row }) => row));
  const sound = rows.map((row, at) => ({ ...row, id: ids[at] ?? '' })).filter(({ number }) => !bad.has(number));
  const created = new Map(sound.map(({ id, values }) => [id, unitOf(values, before, centreId)]));
  const plan = planCreations(before, centreId, created);
  const numbers = new Map(sound.map(({ id, number }) => [id, number]));
  const ofGraphs = plan.faults.map(({ organisationId }) => faultAt(numbers.get(organisationId) ?? 1, 'areaCode', 'graph'));
  return { faults: inOrder([...faults, ...ofGraphs]), differences: plan.differences };
}

const usccFault = (value: string, taken: ReadonlySet<string | undefined>) => {
  if (value === '') {
    return 'required';
  }
  if (!isWellFormedUscc(value)) {
    return 'malformed';
  }
  return taken.has(value) ? 'taken' : hasRightCheckCharacter(value) ? null : 'checkCharacter';
};

/** Under the importer's own node, or its bureau of the area where it has bureaus, as on the energy line (S4, S25, S27). */
function unitOf(values: Record<UnitField, string>, { organisations }: GraphPicture, centreId: string): NewOrganisation {
  const { name, uscc, unitKind, areaCode, contactPhone } = values;
  const open = [...organisations.values()].filter(({ closed }) => !closed);
  const bureaus = open.filter((node) => node.kind === 'municipal' && node.credentialParentId === centreId);
  const centre = organisations.get(centreId) as PicturedNode;
  const desk = bureaus.find((bureau) => areaCode.startsWith(bureau.areaCode)) ?? centre;
  const county = open.find((node) => node.kind === 'county' && node.areaCode === areaCode && node.noticeParentId === desk.id);
  const place = placeUnder(desk, { field: bureaus.length > 0 ? 'energy' : 'other' });
  const unit = { uscc, unitKind: unitKindLabels[unitKind] ?? 'other', ...place, ownOrganiser: false, singlePerson: false };
  const parents = { credentialParentId: desk.id, noticeParentId: county?.id ?? desk.id };
  return { kind: 'unit', name, areaCode, ...parents, contactOffice, contactPhone, unit };
}
