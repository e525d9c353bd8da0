import type { EntityManager } from 'typeorm';
import type { Caller, GraphChange, Instant } from '@dengke/contract';
import { actIdOf } from '@dengke/service-kit';
import type { Ledger, LedgerHead, NewEntry } from '@dengke/service-kit';
import type { PicturedNode } from '../routes/graph-picture';
import type { Differences } from './effects';
import type { Granted } from './write-differences';

/** All changes of the graphs in their order; its head is what one change waits for until the other is written. */
export const graphSubject = 'graph/changes';

interface ChangeRecord {
  head: LedgerHead;
  me: Caller;
  key: string;
  at: Instant;
  /** The act that changed them. */
  act: Pick<NewEntry, 'kind' | 'detail' | 'text'>;
  differences: Differences;
  granted: readonly Granted[];
}

interface Told extends Pick<NewEntry, 'kind' | 'detail' | 'text'> {
  organisationId: string;
  /** What the entry is about, where an organisation may have several of one kind. */
  about?: string;
}

/**
 * The act itself under `graph/changes`, with its reason; then one entry for each organisation and each position it touches, in the chain of that
 * organisation, so that the replicas of the other services follow.
 */
export async function recordChange(manager: EntityManager, ledger: Ledger, record: ChangeRecord): Promise<void> {
  const { head, me, key, at, act } = record;
  const number = head.number + 1;
  const common = { at, by: me.personId, organisationId: me.position.organisationId, relay: false };
  await ledger.append(manager, head, { ...common, ...act, actId: actIdOf(me.personId, key) });
  for (const { organisationId, about = '', kind, detail, text } of toldBy(record)) {
    const entry = { kind, actId: `graph/${number}/${kind}/${about}`, detail: { ...detail, change: number }, text };
    await ledger.record(manager, `organisation/${organisationId}`, { ...common, ...entry });
  }
}

/** In one order, so that two changes wait for each other's chains without a circle. */
function toldBy({ differences, granted }: ChangeRecord): Told[] {
  const { created, changed, ended, revoked } = differences;
  const lastOf = (personId: string): string => ended.find((position) => position.personId === personId)?.organisationId ?? '';
  return [
    ...created.map((node) => ({ ...entryOf(node, 'organisationCreated'), text: { name: node.name } })),
    ...changed.map(({ before, after }) => entryOf(after, after.closed && !before.closed ? 'organisationClosed' : 'organisationChanged')),
    ...ended.map(({ id, ...position }) => positionEntry('positionEnded', { ...position, positionId: id })),
    ...granted.map((position) => positionEntry('positionGranted', position)),
    ...revoked.map((personId) => ({
      organisationId: lastOf(personId),
      kind: 'credentialRevoked',
      about: personId,
      detail: { personId },
    })),
  ].sort((one, other) => (one.organisationId < other.organisationId ? -1 : 1));
}

function positionEntry(kind: string, { positionId, personId, organisationId, role }: Granted): Told {
  return { organisationId, kind, about: positionId, detail: { positionId, personId, organisationId, role } };
}

function entryOf({ id, kind: organisationKind, unit, ...node }: PicturedNode, kind: string): Told {
  const { path, areaCode, credentialParentId, noticeParentId, successorId, closed, version } = node;
  const standing = { organisationKind, path, areaCode, credentialParentId, noticeParentId, organiserId: unit?.organiserId ?? null };
  return { organisationId: id, kind, detail: { ...standing, successorId, closed, version } };
}

export const changeAct = (change: GraphChange, reason: string): ChangeRecord['act'] => ({
  kind: change.kind,
  detail: idsOf(change),
  text: { reason },
});

/** What the act was about, without names and telephones. */
function idsOf(change: GraphChange): Record<string, unknown> {
  switch (change.kind) {
    case 'create':
    case 'split': {
      const { kind, areaCode, credentialParentId, noticeParentId } = change.organisation;
      return { ...change, organisation: { kind, areaCode, credentialParentId, noticeParentId } };
    }
    case 'rename':
      return { organisationId: change.organisationId };
    case 'transfer':
    case 'merge':
    case 'close':
    case 'revoke':
    case 'handOver':
      return { ...change };
  }
}
