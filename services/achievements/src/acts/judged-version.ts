import { fieldLabel } from '@dengke/contract/forms';
import { DomainError } from '@dengke/service-kit';
import type { ActContext } from './act-context';
import { SubmissionVersion } from './submission-version.entity';

/** The locked version that a desk judges: the newest. Read by those acts alone that need it, for a form is large. */
export function judgedVersion({ manager, submission }: Pick<ActContext, 'manager' | 'submission'>): Promise<SubmissionVersion> {
  return manager.findOneOrFail(SubmissionVersion, { where: { serial: submission.serial }, order: { round: 'DESC' } });
}

/** Whether a remark can stand at `field`: a piece of evidence, or a path in the form; also a box left empty there. */
export function hasAnchor({ form, evidence }: Pick<SubmissionVersion, 'form' | 'evidence'>, field: string): boolean {
  if (field === 'evidence' || evidence.some(({ id }) => id === field)) {
    return true;
  }
  const path = field.split('.');
  return leadsSomewhere(form, path) || (fieldLabel(field) !== null && leadsSomewhere(form, path.slice(0, -1)));
}

/** @throws DomainError INVALID_INPUT naming what points at nothing in the version */
export function requireAnchors(version: SubmissionVersion, anchors: readonly { field: string; at: string | undefined }[]): void {
  const astray = anchors.filter(({ at }) => at !== undefined && !hasAnchor(version, at));
  if (astray.length > 0) {
    throw new DomainError('INVALID_INPUT', { fields: astray.map(({ field }) => ({ field, reason: 'notInTheVersion' })) });
  }
}

function leadsSomewhere(within: unknown, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) {
    return true;
  }
  return within !== null && typeof within === 'object' && Object.hasOwn(within, first)
    ? leadsSomewhere((within as Record<string, unknown>)[first], rest)
    : false;
}
