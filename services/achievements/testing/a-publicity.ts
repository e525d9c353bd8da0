import { randomUUID } from 'node:crypto';
import type { Caller, Instant, OrganisationKind, Problem } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aCaller, aMultipart } from '@dengke/test-kit';
import type { UploadPart } from '@dengke/test-kit';
import { ActsService } from '../src/acts/acts.service';
import { LimitRule } from '../src/deadlines/limit-rule.entity';
import type { ObjectedDto } from '../src/objections/objections.dto';
import { aUnit } from './a-form';
import { route, someoneOf } from './a-service';
import type { ServiceWorld } from './a-service';
import { allOk } from './a-desk-world';
import { aSubmission } from './a-submission';

const of = (organisationId: string, organisationKind: OrganisationKind): Caller =>
  aCaller({ organisationId, organisationKind, role: organisationKind === 'unit' ? 'unitAdmin' : 'manager' }, `${organisationId}-decider`);
export const registrar = of('org-sx-kjt', 'department');
export const unitAdmin = of(aUnit.id, 'unit');

/** So many calendar days of publicity from now on, and a route that wants no paper. */
export async function withPublicity(world: ServiceWorld, days: number): Promise<void> {
  await world.database.manager.update(LimitRule, { about: 'publicity' }, { value: days });
  world.accountsKnows('/api/v1/routes', { ...route, paperRequired: false });
}

/** Submitted, released, recommended and approved: in publicity, or registered where there are no days of it. */
export async function approved(world: ServiceWorld, name: string, at: Instant): Promise<string> {
  const { serial } = await aSubmission(world, someoneOf(aUnit.id), name, at);
  const acts = world.app.get(ActsService, { strict: false });
  const passing = [
    [unitAdmin, 'release'],
    [of('org-changzhi-energy', 'municipal'), 'recommend'],
    [of(aUnit.organiserId, 'organiser'), 'recommend'],
    [registrar, 'approve'],
  ] as const;
  for (const [me, act] of passing) {
    await world.app.get(BusinessClock).at(at, () => acts.byPerson(me, `${act}-${randomUUID()}`, serial, act, { findings: allOk }));
  }
  return serial;
}

/** What somebody without an account sends. */
export async function objecting(
  world: ServiceWorld,
  serial: string,
  form: object,
  more: { key?: string; files?: readonly UploadPart[] } = {},
): Promise<{ status: number; body: ObjectedDto & Problem }> {
  const { payload, contentType } = aMultipart([{ name: 'form', value: JSON.stringify(form) }, ...(more.files ?? [])]);
  const headers = { 'content-type': contentType, 'idempotency-key': more.key ?? randomUUID() };
  const answer = await world.app.inject({ method: 'POST', url: `/publicity/${serial}/objections`, headers, payload });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as ObjectedDto & Problem };
}
