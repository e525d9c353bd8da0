import { aForm, anEvidence } from '../../testing/a-form';
import { markOf, marksOf } from './marks';

describe('the numbers an achievement rests on', () => {
  it.each([
    ['intellectual-property', 'ZL 2021 1 0123456.7', '202110123456.7'],
    ['intellectual-property', 'ＺＬ２０２１１０１２３４５６７', 'CN202110123456.7'],
    ['standard', 'GB/T 12345—2020', 'gb/t12345-2020'],
    ['project', '晋科验（2023）第001号', '晋科验[2023]第001号'],
  ] as const)('are the same however they are written: %s %s [P19]', (kind, one, other) => {
    expect(markOf(kind, one)).not.toBeNull();
    expect(markOf(kind, one)).toBe(markOf(kind, other));
  });

  it.each(['第1号', '无', '－－－', '2023', '待补充编号'])('are none where %s names nothing', (number) => {
    expect(markOf('project', number)).toBeNull();
  });

  it('come from the project, the patents and the standards, each once and with its place in the form [P19]', () => {
    const patent = { ...anEvidence('intellectual-property'), number: 'ZL202110123456.7' };
    const again = { ...patent, id: 'again', number: 'ZL 2021 1 0123456.7' };
    const aRight = { kind: '01', number: 'ZL202199999999.1', name: '装置', grantedOn: '2023-02-10' };
    const report = { ...anEvidence('acceptance-report'), number: '晋验2023-0001' };

    expect(marksOf({ ...aForm({ projectNumber: '2021-DEMO-017' }), ipRights: [aRight] }, [patent, again, report])).toEqual([
      { kind: 'project', value: '2021DEMO017', field: 'projectNumber' },
      { kind: 'intellectual-property', value: '2021999999991', field: 'ipRights.0.number' },
      { kind: 'intellectual-property', value: '2021101234567', field: `evidence.${patent.id}.number` },
    ]);
  });
});
