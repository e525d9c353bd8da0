import type { Caller, OrganisationKind, Role } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aCaller, aMultipart, aPdf } from '@dengke/test-kit';
import { IssuingService } from '../src/notices/issuing.service';
import type { Letter } from '../src/notices/issuing.service';
import { NoticeTeller } from '../src/notices/notice-teller';
import { ReceivingService } from '../src/notices/receiving.service';
import { hasOrganisation, hasPerson } from './a-house';
import type { House } from './a-house';

/** 长治's twelve counties and districts, in the order of their ids `county-01` … */
export const counties = [
  ...['潞州区', '上党区', '屯留区', '潞城区', '襄垣县', '平顺县'],
  ...['黎城县', '壶关县', '长子县', '武乡县', '沁县', '沁源县'],
].map((name, index) => ({ id: `county-${String(index + 1).padStart(2, '0')}`, name: `${name}能源局` }));

const above: [id: string, kind: OrganisationKind, name: string, parent: string | null, role: Role][] = [
  ['kjt', 'department', '山西省科学技术厅', null, 'manager'],
  ['sx-energy', 'organiser', '山西省能源局', 'kjt', 'manager'],
  ['changzhi', 'municipal', '长治市能源局', 'sx-energy', 'manager'],
  ['taiyuan', 'municipal', '太原市能源局', 'sx-energy', 'manager'],
  ...counties.map(({ id, name }) => [id, 'county', name, 'changzhi', 'liaison'] as [string, OrganisationKind, string, string, Role]),
  ['unit-coal', 'unit', '漳岭煤业', 'county-01', 'unitAdmin'],
  ['unit-coke', 'unit', '漳岭焦化', 'county-01', 'unitAdmin'],
];

/** Graph 3 from the department down to two enterprises of the first county, one person everywhere. */
export async function withCascade(house: House): Promise<void> {
  for (const [id, kind, name, noticeParentId, role] of above) {
    hasOrganisation(house, id, kind, name, { noticeParentId });
    hasPerson(house, `${id}-1`, { [id]: [kind, role] });
  }
  await house.atRest();
}

export function of(organisationId: string, role?: Role): Caller {
  const [, organisationKind = 'unit', , , usual = 'completer'] = above.find(([id]) => id === organisationId) ?? [];
  return aCaller({ organisationId, organisationKind, role: role ?? usual }, `${organisationId}-1`);
}

let keys = 0;
export const aKey = (): string => `key-of-notices-${(keys += 1)}`;

export const letterC = { documentNumber: '晋科函〔2023〕132号', title: '关于实施科技成果在线登记工作的通知', body: '各市科技局：…' };
export const letterB = { documentNumber: '晋能源节能函〔2023〕165号', title: '转发省科技厅通知', body: '各市能源局：…', isPublic: true };
export const letterA = { documentNumber: '长能源函〔2023〕114号', title: '关于开展科技成果登记的通知', body: '各县、区能源局：…' };
export const asked = { form: 'liaison', dueOn: '2023-09-28' } as const;

/** The liaison form of a county, every box of it (S15–S17, S19). */
export const aLiaisonForm = (unit = '潞州区能源局'): Record<string, string> => ({
  ...{ unit, uscc: '11140400MB1234567L', address: '长治市英雄中路1号', postcode: '046000', legalRepresentative: '某局长' },
  ...{ leaderName: '某副局长', leaderMobile: '19900000001', department: '节能科', headName: '某科长', headMobile: '19900000002' },
  ...{
    headMail: 'head@demo.example',
    staffName: '某科员',
    staffMobile: '19900000003',
    staffMail: 'staff@demo.example',
    signedOn: '2023-09-26',
  },
});

/** Acts as people do them, in a business instant. */
export function cascadeOf(house: House) {
  const { app } = house;
  const at = <T>(instant: string, fn: () => T): T => app.get(BusinessClock).at(instant, fn);
  const day = (on: string): string => `${on}T02:00:00.000Z`;
  return {
    at,
    issue: (by: string, letter: Letter, on = '2023-08-07', key = aKey()) =>
      at(day(on), () => app.get(IssuingService).issue(of(by), key, letter)),
    forward: (by: string, id: string, letter: Letter, on = '2023-09-11', key = aKey()) =>
      at(day(on), () => app.get(IssuingService).forward(of(by), key, id, letter)),
    read: (by: string, id: string, on = '2023-09-12', key = aKey()) => at(day(on), () => app.get(ReceivingService).read(of(by), key, id)),
    sign: (by: string, id: string, on = '2023-09-12', key = aKey()) => at(day(on), () => app.get(ReceivingService).sign(of(by), key, id)),
    answer: (by: string, id: string, answer: Parameters<ReceivingService['answer']>[3], on = '2023-09-26', key = aKey()) =>
      at(day(on), () => app.get(ReceivingService).answer(of(by), key, id, answer)),
    tell: (id: string, upTo = 1) => app.get(NoticeTeller).page(id, upTo, null),
    /** Uploads a scan; answers its id. */
    upload: async (by: string, fileName = '盖章.pdf', key = aKey()): Promise<string> => {
      const { payload, contentType } = aMultipart([{ name: 'file', value: aPdf(by), fileName }]);
      const headers = { ...(await house.headersOf(of(by))), 'content-type': contentType, 'idempotency-key': key };
      const answer = await app.inject({ method: 'POST', url: '/api/v1/notices/files', headers, payload });
      return (JSON.parse(answer.body) as { id: string }).id;
    },
  };
}
