import type { Category, EvidenceKind } from '@dengke/contract';
import { schemaFor } from '@dengke/contract/forms';
import { aForm, anEvidence, aUnit } from '../../testing/a-form';
import { doubtsAbout } from './doubts';
import { refusalsOf } from './submit-checks';

const evidenceOf = (kinds: readonly EvidenceKind[]) => kinds.map((kind) => anEvidence(kind));
const refused = (category: Category, kinds: readonly EvidenceKind[], extraRequired: boolean): string[] =>
  refusalsOf({
    ...{
      schema: schemaFor(category, 2023),
      schemaYear: 2023,
      form: aForm({ category }),
      evidence: evidenceOf(kinds),
      callerUnitId: aUnit.id,
      routeUnit: aUnit,
    },
    ...{ registrationYear: 2023, extraRequired, unscanned: [], at: '2023-08-10T02:00:00.000Z' },
  }).map(({ code, details: { rule, field } }) => `${code} ${field ?? ''} (${rule})`);

describe('what 542 art. 8 asks beside the evidence', () => {
  it.each<[Category, EvidenceKind[], string[]]>([
    ['applied', ['acceptance-report'], ['evidence.development-report']],
    ['applied', ['acceptance-report', 'development-report'], []],
    ['applied', ['industry-access'], ['evidence.development-report']],
    ['applied', ['intellectual-property'], ['evidence.user-proof']],
    ['applied', ['intellectual-property', 'user-proof'], []],
    ['applied', ['intellectual-property', 'standard', 'user-proof'], []],
    ['applied', ['intellectual-property', 'standard'], ['evidence.development-report']],
    ['applied', ['test-report'], []],
    ['basic', ['paper', 'academic-opinion', 'citation-proof'], []],
    ['soft', ['closing-report'], ['evidence.research-report']],
    ['soft', ['closing-report', 'research-report'], []],
  ])('of %s with %j is %j: advice, or a refusal where it was switched to required [P21]', (category, kinds, lacking) => {
    const advised = (extraRequired: boolean): string[] =>
      doubtsAbout(schemaFor(category, 2023), aForm({ category }), evidenceOf(kinds), extraRequired)
        .filter(({ code }) => code === 'EXTRA_EVIDENCE_ADVISED')
        .map(({ field }) => field);
    const required = refused(category, kinds, true).filter((refusal) => refusal.includes('(P21)'));
    expect([advised(false), advised(true)]).toEqual([lacking, []]);
    expect(required).toEqual(lacking.map((field) => `EVIDENCE_MISSING ${field} (P21)`));
    expect(refused(category, kinds, false).filter((refusal) => refusal.includes('(P21)'))).toEqual([]);
  });

  it.each<[Category, EvidenceKind[]]>([
    ['applied', ['industry-access']],
    ['applied', ['new-product-certificate']],
  ])('does not stand in the way of the taxonomy: %s is enough with %j [P20]', (category, kinds) => {
    expect(refused(category, kinds, false)).toEqual([]);
  });

  it.each<[Category, EvidenceKind[]]>([
    ['applied', ['development-report', 'user-proof', 'test-report', 'task-document']],
    ['basic', ['industry-access', 'academic-opinion', 'citation-proof']],
    ['soft', ['research-report', 'industry-access']],
  ])('takes the place of no alternative: %s is not enough with %j [P20]', (category, kinds) => {
    expect(refused(category, kinds, false).map((refusal) => refusal.split(' ')[0])).toContain('EVIDENCE_MISSING');
  });
});
