import type { PartialForm } from '../registration-form';
import { formDoubts } from './doubts';
import { schemaFor } from './schemas';

const doubts = (form: PartialForm): string[] => formDoubts(schemaFor('applied', 2023), form).map(({ code, field }) => `${code} ${field}`);
const completer = { name: '甲某', bornIn: '1980-06', title: '1', workUnit: '某公司' };

describe('the doubts about a form', () => {
  it.each<[string, PartialForm, string[]]>([
    ['more than ten thousand 万元', { newRevenue: '10000.01' }, ['AMOUNT_IN_YUAN newRevenue']],
    ['ten thousand 万元', { newRevenue: '10000' }, []],
    [
      '元 in a row of funding',
      { funding: [{ source: '05', amount: '3200000' }] },
      ['AMOUNT_IN_YUAN funding.0.amount', 'AMOUNT_IN_YUAN funding'],
    ],
    ['a member of no age', { studyTo: '2023-05', completers: [{ bornIn: '2023-05' }] }, ['AGE_IMPLAUSIBLE completers.0.bornIn']],
    ['sixteen in the month the study ends', { studyTo: '2023-05', completers: [{ bornIn: '2007-05' }] }, []],
    ['sixteen a month later', { studyTo: '2023-05', completers: [{ bornIn: '2007-06' }] }, ['AGE_IMPLAUSIBLE completers.0.bornIn']],
    ['ninety-one years', { studyTo: '2023-05', completers: [{ bornIn: '1932-05' }] }, ['AGE_IMPLAUSIBLE completers.0.bornIn']],
    [
      'a graduate with the highest title',
      { studyTo: '2023-05', completers: [{ bornIn: '2000-01', title: '1' }] },
      ['TITLE_AGAINST_AGE completers.0.title'],
    ],
    ['a graduate with the first title', { studyTo: '2023-05', completers: [{ bornIn: '2000-01', title: '4' }] }, []],
    ['a name that is the paper’s', { name: '煤层气利用研究报告' }, ['NAME_IMPROPER name']],
    ['a name begun like a letter', { name: '关于煤层气的利用' }, ['NAME_IMPROPER name']],
    ['a name of two signs', { name: '装置' }, ['NAME_IMPROPER name']],
    ['a unit’s short name', { units: [{ name: '漳岭煤业' }] }, ['UNIT_NAME_IMPROPER units.0.name']],
    ['a unit’s whole name', { units: [{ name: '山西某某（集团）有限公司（长治）' }] }, []],
    ['a unit twice', { units: [{ uscc: '91330100799655058B' }, { uscc: '91330100799655058B' }] }, ['UNIT_TWICE units.1.uscc']],
    ['another check character', { units: [{ uscc: '91350211M0000XUF46' }] }, ['USCC_CHECK_CHARACTER units.0.uscc']],
    ['a completer twice', { completers: [completer, completer] }, ['COMPLETER_TWICE completers.1.name']],
    [
      'a completer of a unit not listed',
      { units: [{ name: '另一公司' }], completers: [completer] },
      ['COMPLETER_OF_NO_UNIT completers.0.workUnit'],
    ],
    ['a level that a patent says', { achievementLevel: '1', evaluationMethod: '08' }, ['LEVEL_WITHOUT_EVALUATION achievementLevel']],
    ['no level with a patent', { achievementLevel: '9', evaluationMethod: '08' }, []],
    [
      'an evaluation before the end',
      { studyTo: '2023-05', evaluatedOn: '2023-04-30', evaluationMethod: '02' },
      ['EVALUATED_BEFORE_END evaluatedOn'],
    ],
    ['a patent number of another shape', { ipRights: [{ kind: '01', number: '第17号' }] }, ['IP_NUMBER_IMPROPER ipRights.0.number']],
    ['a software copyright', { ipRights: [{ kind: '03', number: '2023SR0000001' }] }, []],
    ['a ripe thing that nobody uses', { phase: '3', applicationState: '5' }, ['STATE_AGAINST_PHASE applicationState']],
    ['nothing answered yet', { units: [{}], completers: [{}], ipRights: [{}], papers: [{}], funding: [{}] }, []],
  ])('%s', (_, form, expected) => {
    expect(doubts(form).filter((one) => !one.endsWith('funding') || expected.includes(one))).toEqual(expected);
  });
});
