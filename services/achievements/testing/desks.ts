import { checkListFor } from '@dengke/contract';
import type { ActInput, Caller, Finding, Instant, Progress, Role, StageKind, SubmissionAct } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { ActsService } from '../src/acts/acts.service';
import { aForm, aUnit } from './a-form';
import { route, someoneOf } from './a-service';
import type { ServiceWorld } from './a-service';

/** Somebody at a desk of the specs' route; `name` makes the person. */
export const atDesk = (kind: StageKind, name = 'one', role: Role = kind === 'unit' ? 'unitAdmin' : 'manager'): Caller => {
  const organisationId = route.legs.find((leg) => leg.kind === kind)?.organisationId ?? '';
  const place = { id: `${kind}-${name}-position`, organisationId, organisationKind: kind, role };
  return { ...someoneOf(organisationId, name), position: place };
};
export const completer = someoneOf(aUnit.id);

/** Every item of the check list of the specs' form in order. */
export const inOrder = checkListFor(aForm()).map(({ id }): Finding => ({ item: id, answer: 'ok' }));

const usual: Partial<Record<SubmissionAct, ActInput>> = {
  recommend: { findings: inOrder },
  approve: { findings: inOrder },
  return: { reason: '附件不清', items: [{ field: 'evidence', remark: '请重新扫描' }] },
};
let keys = 0;

/** An act at an instant, past HTTP: its clock is not the host's. */
export const actAt = (
  world: ServiceWorld,
  instant: Instant,
  me: Caller,
  serial: string,
  act: SubmissionAct,
  input: ActInput = usual[act] ?? {},
): Promise<Progress> =>
  world.app
    .get(BusinessClock)
    .at(instant, () => world.app.get(ActsService, { strict: false }).byPerson(me, `act-${(keys += 1)}`, serial, act, input));
