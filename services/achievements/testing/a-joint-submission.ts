import type { Caller, RegistrationForm } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aPdf } from '@dengke/test-kit';
import type { DraftView } from '../src/drafts/drafts.dto';
import { SubmittingService } from '../src/submitting/submitting.service';
import { aForm } from './a-form';
import type { ServiceWorld } from './a-service';

let names = 0;
const piece = [
  { name: 'kind', value: 'evaluation-certificate' },
  { name: 'number', value: '第1号' },
  { name: 'issuedOn', value: '2023-05-16' },
  { name: 'file', value: aPdf(), fileName: '证书.pdf' },
];

/** Submitted by the first unit, naming others; it waits for the first unit's release. */
export async function jointSubmission(world: ServiceWorld, me: Caller, at: string, named: Partial<RegistrationForm>) {
  const name = `联合完成的第${(names += 1)}项成果`;
  const { body } = await world.as(me).post<DraftView>('/drafts', { form: aForm({ name, ...named }) });
  await world.upload(me, `/drafts/${body.id}/evidence`, piece);
  const submitting = world.app.get(SubmittingService, { strict: false });
  const { serial } = await world.app.get(BusinessClock).at(at, () => submitting.submit(me, `submit-${body.id}`, body.id));
  return { serial, draftId: body.id, name };
}
