import type { Caller, Instant, PlainDate, SubmissionAct } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aCaller, aPdf } from '@dengke/test-kit';
import type { UploadPart } from '@dengke/test-kit';
import { ActsService } from '../src/acts/acts.service';
import { Submission } from '../src/acts/submission.entity';
import { aSubmission } from './a-submission';
import { aUnit } from './a-form';
import { route, someoneOf } from './a-service';
import type { ServiceWorld } from './a-service';
import { allOkOf } from './a-desk-world';

const manager = (organisationId: string, organisationKind: 'municipal' | 'organiser' | 'department' | 'ministry', name = 'one'): Caller =>
  aCaller({ organisationId, organisationKind, role: 'manager' }, `${organisationId}-${name}`);

export const completer = someoneOf(aUnit.id);
export const colleague = someoneOf(aUnit.id, 'two');
export const releaser = aCaller({ organisationId: aUnit.id, organisationKind: 'unit', role: 'unitAdmin' }, 'unit-admin');
export const examiner = manager('org-sx-kjt', 'department');
/** Of the department too, and had no hand in it. */
export const registrar = manager('org-sx-kjt', 'department', 'two');
export const ministry = manager('org-most', 'ministry');
const passing: [Caller, SubmissionAct][] = [
  [releaser, 'release'],
  [manager('org-changzhi-energy', 'municipal'), 'recommend'],
  [manager(aUnit.organiserId, 'organiser'), 'recommend'],
  [examiner, 'approve'],
];

let keys = 0;
export const aKey = (): string => `act-key-${(keys += 1)}`;

export interface Registration {
  serial: string;
  number: string;
  approvedOn: PlainDate;
}

/** Registered through the service itself, and waiting for its report-up. */
export async function aRegistration(world: ServiceWorld, name: string, at: Instant): Promise<Registration> {
  world.accountsKnows('/api/v1/routes', { ...route, paperRequired: false });
  const { serial } = await aSubmission(world, completer, name, at);
  const acts = world.app.get(ActsService, { strict: false });
  const findings = await allOkOf(world.database.manager, serial);
  for (const [who, act] of passing) {
    await world.app.get(BusinessClock).at(at, () => acts.byPerson(who, aKey(), serial, act, { findings }));
  }
  const { registrationNumber, approvedOn } = await world.database.manager.findOneByOrFail(Submission, { serial });
  return { serial, number: registrationNumber ?? '', approvedOn: approvedOn ?? '' };
}

/** Reported up, and taken in by the ministry: over. */
export async function isReported(world: ServiceWorld, serial: string, at: Instant): Promise<void> {
  const acts = world.app.get(ActsService, { strict: false });
  const { lastFact } = await world.database.manager.findOneByOrFail(Submission, { serial });
  await acts.byWorkflow('reportUp', { serial, after: lastFact, at });
  await world.app.get(BusinessClock).at(at, () => acts.byPerson(ministry, aKey(), serial, 'acknowledge', {}));
}

/** The multipart body of a correction or a cancellation. */
export const withDocument = (fields: Record<string, unknown>, content: Buffer = aPdf(), fileName = '说明.pdf'): UploadPart[] => [
  ...Object.entries(fields).map(([name, value]) => ({ name, value: typeof value === 'string' ? value : JSON.stringify(value) })),
  { name: 'document', value: content, fileName },
];
