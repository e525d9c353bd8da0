import { formGaps } from './gaps';
import { schemaFor } from './schemas';

const missing = (form: Record<string, unknown>, category: 'applied' | 'basic' | 'soft' = 'applied'): string[] =>
  formGaps(schemaFor(category, 2023), form)
    .filter(({ is }) => is === 'missing')
    .map(({ field }) => field);

describe('what a form lacks', () => {
  it('differs by category', () => {
    expect(missing({})).toEqual(
      expect.arrayContaining(['attribute', 'phase', 'achievementLevel', 'highTechField', 'hasIpRights', 'applicationState']),
    );
    expect(missing({}, 'basic')).toContain('papers');
    expect(missing({}, 'soft').filter((field) => ['papers', 'attribute', 'achievementLevel', 'applicationState'].includes(field))).toEqual(
      [],
    );
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a plan project its programme, number and name', { projectSource: '01' }, ['projectProgramme', 'projectNumber', 'projectName']],
    ['a certificate its number', { evaluationMethod: '02' }, ['evaluationNumber']],
    ['an appraisal its conclusion', { evaluationMethod: '01' }, ['evaluationNumber', 'evaluationConclusion']],
    ['rights of one’s own their list', { hasIpRights: true }, ['ipRights']],
    ['what is not used its reason', { applicationState: '5' }, ['idleReason']],
    ['what is used its benefit', { applicationState: '1' }, ['newRevenue', 'newProfit', 'newTax']],
    ['another embodiment its note', { embodiment: '08' }, ['embodimentNote']],
    ['the ground 必须 its sponsor’s acceptance', { ground: 'must' }, ['sponsor', 'acceptedBySponsor', 'acceptedOn']],
  ])('asks of %s', (_, answer, more) => {
    const before = missing({});
    expect(missing(answer).filter((field) => !before.includes(field))).toEqual(more);
  });

  it('asks for nothing of the kind where the condition is not met', () => {
    const answered = missing({ projectSource: '09', evaluationMethod: '99', hasIpRights: false, applicationState: '3' });
    const conditional = ['projectNumber', 'evaluationNumber', 'ipRights', 'idleReason', 'newRevenue'];
    expect(answered.filter((field) => conditional.includes(field))).toEqual([]);
  });

  it('asks the first unit for its contact and every unit for what it is [P18]', () => {
    const fields = missing({ units: [{}, {}] }).filter((field) => field.startsWith('units'));
    expect(fields).toContain('units.0.email');
    expect(fields).not.toContain('units.1.email');
    expect(fields).toEqual(expect.arrayContaining(['units.0.areaCode', 'units.1.areaCode', 'units.1.kind']));
  });

  it('names an industry that does not belong under its section', () => {
    const answers = (section: string) => formGaps(schemaFor('soft', 2023), { industrySection: section, industryDivision: '06' });
    expect(answers('C')).toContainEqual({ field: 'industryDivision', rule: 'P20 P22', is: 'contradicts' });
    expect(answers('B').filter(({ is }) => is === 'contradicts')).toEqual([]);
  });
});
