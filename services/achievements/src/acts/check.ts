import { checkListFor, checkOf, checkPoints, stageRules, unansweredOf } from '@dengke/contract';
import type { CheckItem, Finding, ReviewCheck } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import type { ActContext } from './act-context';
import { presentStage } from './act-context';
import { judgedVersion, requireAnchors } from './judged-version';
import type { SubmissionVersion } from './submission-version.entity';
import type { Submission } from './submission.entity';

/** A desk's answers item by item, and what they come to under the three points. */
interface Judged {
  check: ReviewCheck;
  findings: Finding[];
}

/** The check list that a version is judged by. */
export const itemsFor = (
  { category, ground }: Pick<Submission, 'category' | 'ground'>,
  { form }: Pick<SubmissionVersion, 'form'>,
): CheckItem[] => checkListFor({ category, ground, units: form.units ?? [] });

/** P24: every item is answered, a failed one with its remark at a place that there is; undefined at a desk that does not review. */
async function judged(context: ActContext): Promise<Judged | undefined> {
  if (!stageRules[presentStage(context).kind].checked) {
    return undefined;
  }
  const { findings = [] } = context.input;
  const version = await judgedVersion(context);
  const items = itemsFor(context.submission, version);
  const open = unansweredOf(items, findings);
  const unknown = findings.map(({ item }) => item).filter((item) => !items.some(({ id }) => id === item));
  if (open.length + unknown.length > 0) {
    throw new DomainError('CHECK_INCOMPLETE', { open, unknown });
  }
  requireAnchors(
    version,
    findings.map(({ field }, index) => ({ field: `findings.${index}.field`, at: field })),
  );
  return { check: checkOf(items, findings), findings };
}

/** To go on, all three points have passed. */
export async function passing(context: ActContext): Promise<Judged | undefined> {
  const found = await judged(context);
  const failed = checkPoints.filter((point) => found?.check[point].passed === false);
  if (failed.length > 0) {
    throw new DomainError('CHECK_INCOMPLETE', { failed });
  }
  return found;
}

/** At least one has failed: what is refused fails in truth, completeness or conformity (P24). */
export async function failing(context: ActContext): Promise<Judged | undefined> {
  const found = await judged(context);
  if (found && checkPoints.every((point) => found.check[point].passed)) {
    throw new DomainError('CHECK_INCOMPLETE', { failed: [] });
  }
  return found;
}
