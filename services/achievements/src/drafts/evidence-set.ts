import { evidenceKinds } from '@dengke/contract';
import type { Category, Evidence, EvidenceKind, EvidenceRole, PartialForm, PlainDate } from '@dengke/contract';

type Form = PartialForm;

/** What S48 lets a voluntary achievement stand on: obtained in the same year, it may be registered (P16). */
const s48Kinds: readonly EvidenceKind[] = ['drug-approval', 'standard', 'intellectual-property', 'paper', 'monograph'];

/** The kinds that count for a category in one role (P20). */
export function kindsFor(category: Category, role: EvidenceRole): EvidenceKind[] {
  const kinds = Object.keys(evidenceKinds) as EvidenceKind[];
  return kinds.filter(
    (kind) => evidenceKinds[kind].role === role && (evidenceKinds[kind].categories as readonly Category[]).includes(category),
  );
}

export const s48Evidence = (evidence: readonly Evidence[]): Evidence[] => evidence.filter(({ kind }) => s48Kinds.includes(kind));

/**
 * The evidence from which the date achieved is taken (P15): what the ground 可以 stands on (S48), otherwise the category's alternatives. Opinions and
 * proofs of citation come later than the achievement and say nothing about its date.
 */
export function datingEvidence(form: Form, evidence: readonly Evidence[]): Evidence[] {
  const { category, ground } = form;
  if (ground === 'may') {
    return s48Evidence(evidence);
  }
  const kinds = category === undefined ? [] : kindsFor(category, 'alternative');
  return evidence.filter(({ kind }) => kinds.includes(kind));
}

/**
 * 成果获得日期 (S7): the acceptance, evaluation, grant or publication date of the evidence; of several the earliest, since an achievement
 * is achieved once (our reading). Null while there is no such evidence.
 */
export function achievedOnOf(form: Form, evidence: readonly Evidence[]): PlainDate | null {
  return (
    datingEvidence(form, evidence)
      .map(({ issuedOn }) => issuedOn)
      .sort()[0] ?? null
  );
}

/**
 * What 542 art. 8 asks beside (P21; docs/evidence.md, “What a category needs”): with a proof of evaluation the report on the development, with intellectual property the
 * users' proof, of soft science the research report. Nothing before the evidence it belongs to is there.
 */
export function lackingExtra({ category }: Form, evidence: readonly Evidence[]): EvidenceKind[] {
  const given = new Set(evidence.map(({ kind }) => kind));
  if (category === 'applied') {
    return lackingBesideApplied(given);
  }
  const wanted = category === 'soft' && given.has('closing-report') && !given.has('research-report');
  return wanted ? ['research-report'] : [];
}

function lackingBesideApplied(given: ReadonlySet<EvidenceKind>): EvidenceKind[] {
  const evaluated = kindsFor('applied', 'alternative').some((kind) => kind !== 'intellectual-property' && given.has(kind));
  const owned = given.has('intellectual-property');
  const isWhole = (evaluated && given.has('development-report')) || (owned && given.has('user-proof'));
  if (isWhole || (!evaluated && !owned)) {
    return [];
  }
  return [evaluated ? 'development-report' : 'user-proof'];
}
