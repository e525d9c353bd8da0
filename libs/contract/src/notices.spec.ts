import { faultyFields, feedbackForms } from './feedback-forms';
import { rightsOf } from './identity';
import { documentNumberPattern, loosenedBy, noticeCopyRules, noticeCopyStates } from './notices';
import type { NoticeCopyState, NoticeDemand } from './notices';

const asked: NoticeDemand = { form: 'liaison', dueOn: '2023-09-28', reach: 'cascade', isPublic: true };

describe('a letter that encloses another', () => {
  it('may ask for the same earlier, and keep to itself what was public [P4]', () => {
    expect(loosenedBy(asked, asked)).toBeNull();
    expect(loosenedBy(asked, { ...asked, dueOn: '2023-09-25', isPublic: false })).toBeNull();
  });

  it.each([
    ['a later day', { ...asked, dueOn: '2023-09-29' }, 'dueOn'],
    ['no day', { ...asked, dueOn: null }, 'dueOn'],
    ['no form', { ...asked, form: null, dueOn: null }, 'form'],
    ['another form', { ...asked, form: 'reply' }, 'form'],
    ['an answer of its addressees alone', { ...asked, reach: 'addressees' }, 'reach'],
  ] as const)('never loosens what was asked of everybody below: %s [P4]', (_, own, field) => {
    expect(loosenedBy(asked, own)).toBe(field);
  });

  it('may ask what it wants by a later day, where only those it was sent to were asked', () => {
    expect(loosenedBy({ ...asked, reach: 'addressees' }, { ...asked, dueOn: '2023-12-31' })).toBeNull();
    expect(loosenedBy({ ...asked, form: null, dueOn: null }, asked)).toBeNull();
  });

  it('makes nothing public that was not [P4 S42 S81]', () => {
    expect(loosenedBy({ ...asked, isPublic: false }, asked)).toBe('isPublic');
  });
});

describe('a document number', () => {
  it.each(['晋科函〔2023〕132号', '晋能源节能函〔2023〕165号', '长能源函〔2023〕114号'])('%s is one [S1 P4]', (number) => {
    expect(documentNumberPattern.test(number)).toBe(true);
  });

  it.each(['晋科函[2023]132号', '晋科函〔2023〕0号', '晋科函〔2023〕132', '函〔2023〕132号', ' 晋科函〔2023〕132号', '晋科函〔23〕132号'])(
    '%s is none',
    (number) => {
      expect(documentNumberPattern.test(number)).toBe(false);
    },
  );
});

describe('the liaison form', () => {
  const { fields, declaration, sealed, title } = feedbackForms.liaison;

  it('has every box of 附件1, in its order, with a scan of the seal [S14 S15 S16 S17 S19 P5]', () => {
    expect(title).toBe('山西省科技成果登记工作联络人联系表');
    expect(fields.map(({ label }) => label)).toEqual([
      ...['单位名称', '统一社会信用代码', '地址', '邮编', '单位法定代表人', '分管领导姓名', '分管领导手机'],
      ...['具体承办部门', '部门负责人姓名', '部门负责人手机', '部门负责人邮箱', '工作人员姓名', '工作人员手机', '工作人员邮箱', '签署日期'],
    ]);
    expect(sealed).toBe(true);
  });

  it('has the declaration word for word [S18]', () => {
    expect(declaration).toBe(
      '本单位按照山西省开展国家科技成果登记的有关规定，遵守组织管理部门规则和程序，对登记材料的真实性和准确性负责，并在开展成果登记工作中承担相应责任。',
    );
  });

  it('names each box that is empty or wrong, and each that it does not have', () => {
    expect(faultyFields('liaison', {})).toEqual(fields.map(({ id }) => id));
    expect(faultyFields('reply', { reply: '已收到', more: '…' })).toEqual(['more']);
    expect(faultyFields('reply', { reply: '　' })).toEqual(['reply']);
  });
});

describe('a notice with one addressee', () => {
  it('goes from sent to read, signed for and answered, and each act leads somewhere [P4]', () => {
    const reached = new Set<NoticeCopyState>(['sent']);
    for (const state of reached) {
      Object.values(noticeCopyRules)
        .filter(({ from, to }) => from.includes(state) && to !== 'same')
        .forEach(({ to }) => reached.add(to as NoticeCopyState));
    }
    expect([...reached]).toEqual(Object.keys(noticeCopyStates));
  });
});

describe('a county', () => {
  it('receives, forwards and answers notices, and reviews, issues and decides nothing [S9 S10 P3]', () => {
    const rights = [...rightsOf({ role: 'liaison', organisationKind: 'county' })];

    expect(rights.filter((right) => right.startsWith('notice.')).sort()).toEqual(['notice.answer', 'notice.forward', 'notice.read']);
    expect(rights.filter((right) => !right.startsWith('notice.')).every((right) => right.endsWith('.read'))).toBe(true);
  });
});
