import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { newKey } from '../api/keys';
import { ProblemError } from '../api/problem';
import { keyed } from '../api/use-act';

export type Moved = Pick<Schemas['EachOutcome'], 'serial' | 'outcome' | 'code'>;

interface Moving {
  limitId: string;
  /** Serials; of applications their subjects, `credentialApplication/<id>`. */
  chosen: readonly string[];
  reason: string;
}

/** Submissions and corrections move many at once; applications, which accounts keeps, one by one. */
export async function moveTo({ limitId, chosen, reason }: Moving, key: string): Promise<Moved[]> {
  const serials = chosen.filter((one) => !one.includes('/'));
  const applications = chosen.filter((one) => one.includes('/'));
  const sent = { ...keyed(key), params: { path: { id: limitId } }, body: { serials, reason } };
  const moved: Moved[] = serials.length === 0 ? [] : await answerOf(api.POST('/limits/{id}/moves', sent));
  for (const subject of applications) {
    moved.push(await applicationMoved(subject, { limitId, reason }));
  }
  return moved;
}

async function applicationMoved(subject: string, body: { limitId: string; reason: string }): Promise<Moved> {
  const [kind, id = ''] = subject.split('/');
  const sent = { ...keyed(newKey()), params: { path: { id } }, body };
  try {
    await (kind === 'organiserApplication'
      ? answerOf(api.POST('/organiser-applications/{id}/limit', sent))
      : answerOf(api.POST('/credential-applications/{id}/limit', sent)));
    return { serial: subject, outcome: 'done', code: null };
  } catch (error) {
    if (!(error instanceof ProblemError)) {
      throw error;
    }
    return { serial: subject, outcome: 'refused', code: error.code === 'UNREACHABLE' ? 'UNAVAILABLE' : error.code };
  }
}
