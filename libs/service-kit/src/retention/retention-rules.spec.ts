import { RetentionRules } from './retention-rules';

const rule = { kind: 'draft', years: 2, source: 'configuration [D]' };
const rulesOf = (...rules: object[]) => new RetentionRules(JSON.stringify({ rules }), ['draft']);

describe('how long what is kept', () => {
  it.each([
    ['none for a kind', []],
    ['two for a kind', [rule, rule]],
    ['a rule without years', [{ ...rule, years: undefined }]],
    ['half a year', [{ ...rule, years: 0.5 }]],
    ['a rule without a source', [{ ...rule, source: ' ' }]],
    ['a kind that there is not', [{ ...rule, kind: 'drafts' }]],
  ])('has one rule for each kind: %s starts nothing', (_, rules) => {
    expect(() => rulesOf(...rules)).toThrow('seed/retention.json');
  });

  it.each([
    [2, '2023-08-14', '2025-08-14'],
    [1, '2024-02-29', '2025-02-28'],
    [0, '2024-02-29', '2024-02-29'],
    [null, '2023-08-14', null],
    [2, null, null],
  ])('says for %p years after %p: %p', (years, endedOn, disposeOn) => {
    expect(rulesOf({ ...rule, years }).termOf('draft', endedOn)).toEqual({ years, source: rule.source, disposeOn });
  });
});
