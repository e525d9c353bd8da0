import { evidenceKinds } from '@dengke/contract';
import type { Category, Evidence, EvidenceKind, PartialForm, PlainDate } from '@dengke/contract';

type Role = 'alternative' | 'required';
type Form = PartialForm;

/** What S48 lets a voluntary achievement stand on: obtained in the same year, it may be registered (P16). */
const s48Kinds: readonly EvidenceKind[] = ['drug-approval', 'standard', 'intellectual-property', 'paper', 'monograph'];

/** The kinds that count for a category in one role (P20). */
export function kindsFor(category: Category, role: Role): EvidenceKind[] {
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
 * is achieved once [D]. Null while there is no such evidence.
 */
export function achievedOnOf(form: Form, evidence: readonly Evidence[]): PlainDate | null {
  return (
    datingEvidence(form, evidence)
      .map(({ issuedOn }) => issuedOn)
      .sort()[0] ?? null
  );
}
