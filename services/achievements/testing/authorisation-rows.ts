import { randomUUID } from 'node:crypto';
import type { RouteCase } from '@dengke/test-kit';
import { graph } from './authorisation-world';
import type { AuthorisationWorld, What, Who } from './authorisation-world';

export type Row = RouteCase<Who, What>;
export type Way = Extract<Row, { is: 'names' }>['ways'][number];
export const unknownSerial = '2023-999999';
export const unknownReceipt = 'O2023-999999';
export const reason = '核对一下';
export const findings = [{ item: 'inScope', answer: 'ok' }];
export const items = [{ field: 'evidence', remark: '请重新扫描' }];

/** Its own unit, and the organisations that hold a desk on its way; a county none (P3). */
export const isParty = ({ organisationId }: Who, { unitId, desks }: What): boolean =>
  organisationId === unitId || desks.includes(organisationId);
export const isOfUnit = ({ organisationId }: Who, { unitId }: What): boolean => organisationId === unitId;
/** Whom the form of a submission names: of its own entry alone. */
export const isNamed = ({ organisationId }: Who, { named = [] }: What): boolean => named.includes(organisationId);
export const relation = ({ organisationId, name }: Who, { unitId }: What): string =>
  name === `${unitId}-completer` ? 'self' : graph.relation(organisationId, unitId);

/** How a route names things: a row of the table for each way. */
export function rowsOf(world: AuthorisationWorld) {
  const unknownUuid = randomUUID();
  const written = [...world.drafts, ...world.submissions, ...world.registered];
  const named = (targets: readonly What[], unknownId: string, more: Pick<Way, 'url'> & Partial<Way>): Way => ({
    ...{ targets, unknownId, sees: isParty, relation, ...more },
  });
  const names = (...all: Way[]): Row => ({ is: 'names', ways: all });
  const submission = (tail: string, more: Partial<Way> = {}) =>
    names(named(world.submissions, unknownSerial, { url: (serial) => `/submissions/${serial}${tail}`, ...more }));
  /** Form, files and words: what waits for its unit's release has reached no desk. */
  const content = (tail: string) => submission(tail, { reads: true, sees: isOfUnit });
  const act = (tail: string, body: object = { reason }) => submission(tail, { body: () => body });
  const draft = (tail: string, more: Partial<Way> = {}) =>
    names(named(world.drafts, unknownUuid, { url: (id) => `/drafts/${id}${tail}`, sees: isOfUnit, ...more }));
  const registered = (tail: string, more: Partial<Way> = {}) =>
    names(named([...world.submissions, ...world.registered], unknownSerial, { url: (serial) => `/submissions/${serial}${tail}`, ...more }));
  const correction = (tail: string, more: Partial<Way> = {}) =>
    names(named(world.corrections, unknownUuid, { url: (id) => `/corrections/${id}${tail}`, ...more }));
  const entry = (tail: string, more: Partial<Way> = {}) =>
    names(named(world.submissions, unknownSerial, { url: (serial) => `/entries/${serial}${tail}`, sees: isNamed, ...more }));
  const evidenceOf = (things: readonly What[], id: string) => things.find((thing) => thing.id === id)?.evidenceId ?? unknownUuid;
  const mine = (things: readonly What[], { organisationId }: Who) =>
    things.find(({ unitId, desks }) => unitId === organisationId || desks.includes(organisationId))?.id;
  const pieces = (things: readonly What[]) => things.map((thing): What => ({ ...thing, id: thing.evidenceId ?? '' }));
  const ofDraft = (tail: string, reads: boolean) =>
    names(
      named(world.drafts, unknownUuid, {
        url: (id) => `/drafts/${id}/evidence/${evidenceOf(world.drafts, id)}${tail}`,
        sees: isOfUnit,
        reads,
      }),
      named(pieces(world.drafts), unknownUuid, {
        ...{ url: (id, who) => `/drafts/${mine(world.drafts, who) ?? unknownUuid}/evidence/${id}${tail}`, sees: isOfUnit },
      }),
    );
  /** Nobody but who began it, not even a colleague. */
  const upload = (reads: boolean) =>
    draft('', {
      url: (id) => `/drafts/${id}/uploads/${world.drafts.find((one) => one.id === id)?.uploadId ?? unknownUuid}`,
      ...{ sees: (who, what) => relation(who, what) === 'self', reads },
    });
  const idsIn = (field: string) => (body: unknown) => {
    const rows = Array.isArray(body) ? body : (body as { items: unknown[] }).items;
    return rows.map((row) => String((row as Record<string, unknown>)[field]));
  };
  /** The department's alone, whose every desk of the way it is. */
  const objection = (tail: string, more: Partial<Way> = {}) =>
    names(
      named(world.objections, unknownReceipt, {
        ...{ url: (receipt) => `/objections/${receipt}${tail}`, sees: ({ organisationId }) => organisationId === 'kjt', ...more },
      }),
    );
  const serialOf = (receipt: string) => world.objections.find(({ id }) => id === receipt)?.serial ?? unknownSerial;
  const ownOrDepartment = ({ organisationId }: Who, { id }: What) => organisationId === 'kjt' || organisationId === id;
  /** The department's matter alone. */
  const bundle = (tail: string, more: Partial<Way> = {}) =>
    names(
      named(world.bundles, 'R-999999', {
        ...{ url: (id) => `/report-ups/${id}${tail}`, sees: ({ organisationId }) => organisationId === 'kjt', ...more },
      }),
    );
  const silently = { silent: true, unknown: 200 };

  return {
    unknownUuid,
    written,
    named,
    names,
    submission,
    content,
    act,
    draft,
    registered,
    correction,
    evidenceOf,
    mine,
    pieces,
    ofDraft,
    upload,
    idsIn,
    objection,
    serialOf,
    ownOrDepartment,
    bundle,
    silently,
    entry,
  };
}
