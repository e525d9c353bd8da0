import { categories } from '@dengke/contract';
import type { Category, Evidence, RegistrationForm } from '@dengke/contract';
import { schemaFor } from '@dengke/contract/forms';
import { aCompleter, aFirstUnit, aForm, anEvidence, aPlanProject, aSecondUnit, aUnit, evidenceFor } from '../../testing/a-form';
import { doubtsAbout } from './doubts';
import { achievedOnOf, refusalsOf } from './submit-checks';
import type { SubmitCheck } from './submit-checks';

const check = ({ form = aForm(), ...parts }: Partial<SubmitCheck> = {}): SubmitCheck => ({
  form,
  schema: schemaFor(form.category ?? 'common', 2023),
  schemaYear: 2023,
  evidence: evidenceFor('applied'),
  callerUnitId: aUnit.id,
  routeUnit: aUnit,
  registrationYear: 2023,
  extraRequired: false,
  unscanned: [],
  at: '2023-08-10T02:00:00.000Z',
  ...parts,
});
const refused = (parts: Partial<SubmitCheck> = {}): string[] =>
  refusalsOf(check(parts)).map(({ code, details: { rule, field } }) => `${code} ${field ?? ''} (${rule})`);
const withForm = (form: Partial<RegistrationForm>, evidence?: Evidence[]): string[] =>
  refused({ form: aForm(form), ...(evidence && { evidence }) });
const without = (...fields: (keyof RegistrationForm)[]): string[] =>
  refused({
    form: Object.fromEntries(Object.entries(aForm()).filter(([field]) => !fields.includes(field as keyof RegistrationForm))),
  });

const applied = schemaFor('applied', 2023);

describe('a submit', () => {
  it.each(Object.keys(categories) as Category[])(
    'has nothing against a whole form of category %s with its evidence [P16 P18 P20 S47]',
    (category) => {
      expect(withForm({ category }, evidenceFor(category))).toEqual([]);
    },
  );

  it('names all that is wrong in the order of the rules, secrecy first', () => {
    const codes = refusalsOf(check({ form: {}, evidence: [] })).map(({ code }) => code);
    expect(codes.slice(0, 2)).toEqual(['SECRECY_NOT_DECLARED', 'DECLARATIONS_MISSING']);
    expect(codes.at(-1)).toBe('FORM_INCOMPLETE');
  });
});

describe('secrecy', () => {
  it('is declared before anything else is judged [P17 S49]', () => {
    expect(without('secrecy')).toEqual(['SECRECY_NOT_DECLARED secrecy (P17 S49)']);
  });

  it('keeps what is classified out of the register [P17 S49]', () => {
    expect(withForm({ secrecy: 'classified' })).toEqual(['CLASSIFIED_EXCLUDED secrecy (P17 S49)']);
  });
});

describe('the ground 必须', () => {
  it('is met by a plan project that its sponsor has accepted [P16 S46]', () => {
    expect(withForm(aPlanProject)).toEqual([]);
  });

  it.each(['projectNumber', 'sponsor', 'acceptedBySponsor', 'acceptedOn'] as const)('is not met without %s [P16 S46]', (field) => {
    const { [field]: left, ...rest } = aPlanProject;
    expect(left).toBeDefined();
    expect(withForm(rest)).toEqual([`GROUND_INCOMPLETE ${field} (P16 S46)`]);
  });

  it('is not met by an acceptance that is denied or still to come [P16 S46]', () => {
    expect(withForm({ ...aPlanProject, acceptedBySponsor: false, acceptedOn: '2023-08-11' })).toEqual([
      'GROUND_INCOMPLETE acceptedBySponsor (P16 S46)',
      'GROUND_INCOMPLETE acceptedOn (P16 S46)',
    ]);
  });
});

describe('the ground 可以', () => {
  it.each(['drug-approval', 'standard', 'intellectual-property'] as const)('stands on %s [P16 S48]', (kind) => {
    expect(withForm({ ground: 'may' }, [anEvidence(kind)])).toEqual([]);
  });

  it.each(['paper', 'monograph'] as const)('stands on %s of basic theory [P16 S48]', (kind) => {
    expect(withForm({ ground: 'may', category: 'basic' }, [anEvidence(kind), ...evidenceFor('basic').slice(1)])).toEqual([]);
  });

  it('does not stand on an acceptance or an evaluation alone [P16 S48]', () => {
    expect(withForm({ ground: 'may' }, [anEvidence('acceptance-report'), anEvidence('evaluation-certificate')])).toEqual([
      'EVIDENCE_MISSING evidence (P16 S48)',
    ]);
  });

  it('wants that evidence from the registration year itself [P15 S48]', () => {
    const evidence = [anEvidence('intellectual-property', '2022-12-31'), anEvidence('evaluation-certificate', '2023-02-01')];
    expect(withForm({ ground: 'may' }, evidence)).toEqual([
      'OUTSIDE_REGISTRATION_YEAR evidence.intellectual-property-2022-12-31.issuedOn (P15 S7 S48)',
    ]);
  });
});

describe('the first completing unit', () => {
  const [first] = aForm().units;

  it('is the one that submits [P18 S27 S61]', () => {
    expect(refused({ callerUnitId: 'unit-other' })).toEqual(['NOT_FIRST_UNIT units.0.unitId (P18 S27 S61)']);
  });

  it('is not the second in the list [P18]', () => {
    const units = [aFirstUnit({ name: '太原市某研究所', uscc: '914403001922038216', unitId: 'unit-other' }), aFirstUnit()];
    expect(withForm({ units })).toEqual(['unitId', 'name', 'uscc'].map((field) => `NOT_FIRST_UNIT units.0.${field} (P18 S27 S61)`));
  });

  it('bears the name and the code that accounts knows [P18]', () => {
    const units = [{ ...first!, name: '长治市漳岭煤业公司', uscc: '914403001922038216' }];
    expect(withForm({ units })).toEqual(['NOT_FIRST_UNIT units.0.name (P18 S27 S61)', 'NOT_FIRST_UNIT units.0.uscc (P18 S27 S61)']);
  });

  it('may write its code with spaces and in lower case [P43]', () => {
    expect(withForm({ units: [{ ...first!, uscc: '9114 0403 dm00 0001 34' }] })).toEqual([]);
  });
});

describe('the code of a completing unit', () => {
  const second = (uscc: string) => ({ units: [...aForm().units, aSecondUnit({ uscc })] });

  it.each(['9144030019220382', '91440300192203821I'])('%s is an error of length or alphabet [P44]', (uscc) => {
    expect(withForm(second(uscc))).toEqual(['INVALID_INPUT units.1.uscc (P43 P44)']);
  });

  it('with another check character is a doubt and no refusal [P44]', () => {
    const form = aForm(second('91350211M0000XUF46'));
    expect(refused({ form })).toEqual([]);
    expect(doubtsAbout(applied, form, [])).toEqual([{ code: 'USCC_CHECK_CHARACTER', field: 'units.1.uscc', rule: 'P44' }]);
  });
});

describe('the form of the year', () => {
  it('is the one that the registration year has [P15]', () => {
    expect(refused({ schemaYear: 2024 })).toEqual(['FORM_OUTDATED schema.2024 (P15)']);
  });
});

describe('the declarations', () => {
  it('are made one by one, each on its provision, also that name, units and people equal the evidence [P22 P23 S18 S49 S50]', () => {
    expect(withForm({ declarations: [] })).toEqual([
      'DECLARATIONS_MISSING declarations.truthful (P23 S18)',
      'DECLARATIONS_MISSING declarations.noDispute (P23)',
      'DECLARATIONS_MISSING declarations.notRegistered (P23 S8 S50)',
      'DECLARATIONS_MISSING declarations.notClassified (P23 S49)',
      'DECLARATIONS_MISSING declarations.equalsEvidence (P22)',
    ]);
    expect(withForm({ declarations: ['truthful', 'noDispute', 'notRegistered', 'equalsEvidence'] })).toHaveLength(1);
  });
});

describe('the date achieved', () => {
  it('is that of the category’s evidence, of several the earliest [P15 S7]', () => {
    const evidence = [
      anEvidence('standard', '2023-06-30'),
      anEvidence('acceptance-report', '2023-03-01'),
      anEvidence('paper', '2021-01-01'),
    ];
    expect(achievedOnOf(aForm(), evidence)).toBe('2023-03-01');
  });

  it('is that of the paper, not of the opinion or the citation [P15]', () => {
    const evidence = [
      anEvidence('academic-opinion', '2022-01-01'),
      anEvidence('citation-proof', '2022-01-01'),
      anEvidence('paper', '2023-01-01'),
    ];
    expect(achievedOnOf(aForm({ category: 'basic' }), evidence)).toBe('2023-01-01');
  });

  it('is that of what the ground 可以 stands on [P15 S48]', () => {
    const evidence = [anEvidence('closing-report', '2022-05-01'), anEvidence('paper', '2023-02-01')];
    expect(achievedOnOf(aForm({ category: 'soft', ground: 'may' }), evidence)).toBe('2023-02-01');
  });

  it('is unknown without such evidence', () => {
    expect(achievedOnOf(aForm(), [])).toBeNull();
    expect(achievedOnOf({}, evidenceFor('soft'))).toBeNull();
  });

  it.each([
    ['2023-01-01', []],
    ['2023-06-30', []],
    ['2023-07-01', []],
    ['2023-12-31', []],
    ['2022-12-31', ['OUTSIDE_REGISTRATION_YEAR evidence.evaluation-certificate-2022-12-31.issuedOn (P15 S7)']],
    ['2024-01-01', ['OUTSIDE_REGISTRATION_YEAR evidence.evaluation-certificate-2024-01-01.issuedOn (P15 S7)']],
  ])('%s, seen early in 2024 for the year 2023, is answered with %j [P15 S7]', (issuedOn, refusals) => {
    expect(refused({ evidence: evidenceFor('applied', issuedOn), at: '2024-01-31T02:00:00.000Z' })).toEqual(refusals);
  });

  it('does not lie ahead: the day counts in Shanghai [P15]', () => {
    const evidence = evidenceFor('applied', '2023-08-11');
    expect(refused({ evidence, at: '2023-08-10T15:59:59.999Z' })).toEqual([
      'INVALID_INPUT evidence.evaluation-certificate-2023-08-11.issuedOn (P15)',
    ]);
    expect(refused({ evidence, at: '2023-08-10T16:00:00.000Z' })).toEqual([]);
  });

  it('that differs between form and acceptance report is a doubt [P22]', () => {
    const form = aForm(aPlanProject);
    expect(doubtsAbout(applied, form, [anEvidence('acceptance-report', '2023-05-16')], true)).toEqual([]);
    expect(doubtsAbout(applied, form, [anEvidence('acceptance-report', '2023-05-17')], true)).toEqual([
      { code: 'ACCEPTANCE_DATE_DIFFERS', field: 'acceptedOn', rule: 'P22' },
    ]);
  });
});

describe('the evidence', () => {
  it.each(['acceptance-report', 'evaluation-certificate', 'drug-approval', 'standard', 'intellectual-property'] as const)(
    'of applied technology is enough with %s [P20 S68]',
    (kind) => {
      expect(withForm({}, [anEvidence(kind)])).toEqual([]);
    },
  );

  it('without any right of one’s own is of another kind [P20 S68]', () => {
    const none = aForm({ hasIpRights: false });
    expect(refused({ form: none, evidence: [anEvidence('intellectual-property')] })).toEqual(['EVIDENCE_MISSING hasIpRights (P20 S68)']);
    expect(refused({ form: none, evidence: [anEvidence('acceptance-report')] })).toEqual([]);
  });

  it('of applied technology is not a paper [P20 S68]', () => {
    expect(withForm({}, [anEvidence('paper')])).toEqual(['EVIDENCE_MISSING evidence (P20 S68)']);
  });

  it.each(['paper', 'monograph'] as const)('of basic theory is %s with opinion and citation [P20 S69]', (kind) => {
    expect(withForm({ category: 'basic' }, [anEvidence(kind), ...evidenceFor('basic').slice(1)])).toEqual([]);
  });

  it('of basic theory lacks each missing part [P20 S69]', () => {
    expect(withForm({ category: 'basic' }, [])).toEqual([
      'EVIDENCE_MISSING evidence (P20 S69)',
      'EVIDENCE_MISSING evidence.academic-opinion (P20 S69)',
      'EVIDENCE_MISSING evidence.citation-proof (P20 S69)',
    ]);
  });

  it('that waits for its virus scan keeps its submission waiting [P20]', () => {
    expect(refused({ unscanned: ['e-1'] })).toEqual(['NOT_YET_SCANNED evidence.e-1 (P20)']);
  });

  it('of soft science is the closing report [P20 S70]', () => {
    expect(withForm({ category: 'soft' }, [anEvidence('acceptance-report')])).toEqual(['EVIDENCE_MISSING evidence (P20 S70)']);
  });
});

describe('the form', () => {
  it.each(['name', 'studyFrom', 'studyTo', 'keywords', 'ground', 'units', 'completers', 'contactPhone', 'summary'] as const)(
    'is not complete without %s [P20 P22]',
    (field) => {
      expect(without(field)).toEqual([`FORM_INCOMPLETE ${field} (P20 P22)`]);
    },
  );

  it('without a category can say nothing of its evidence yet [P20]', () => {
    expect(without('category')).toEqual(['FORM_INCOMPLETE category (P20 P22)']);
  });

  it('is not complete with blanks in place of words [P20 P22]', () => {
    const blanks = {
      name: ' —— ',
      keywords: [' '],
      summary: '\n\u200b\u3164',
      completers: [aCompleter({ contribution: '\u2800\ufe0f' })],
    };
    expect(withForm(blanks)).toEqual(
      ['name', 'keywords', 'completers.0.contribution', 'summary'].map((field) => `FORM_INCOMPLETE ${field} (P20 P22)`),
    );
  });

  it('has a study that ends in its first month or later [P22]', () => {
    expect(withForm({ studyFrom: '2023-04', studyTo: '2023-04' })).toEqual([]);
    expect(withForm({ studyFrom: '2023-04', studyTo: '2023-03' })).toEqual(['INVALID_INPUT studyTo (P22)']);
  });
});
