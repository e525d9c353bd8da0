import type { Caller, Evidence, Instant, Progress } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aPdf } from '@dengke/test-kit';
import type { DraftView } from '../src/drafts/drafts.dto';
import { SubmittingService } from '../src/submitting/submitting.service';
import { aForm } from './a-form';
import type { ServiceWorld } from './a-service';
import { actAt, atDesk, completer } from './desks';

/** A draft that can be submitted: whole, with its evidence. @returns its id */
export async function aWholeDraft(world: ServiceWorld, me: Caller, name: string): Promise<string> {
  const { body } = await world.as(me).post<DraftView>('/drafts', { form: aForm({ name }) });
  await world.upload<Evidence>(me, `/drafts/${body.id}/evidence`, [
    { name: 'kind', value: 'evaluation-certificate' },
    { name: 'number', value: '第1号' },
    { name: 'issuedOn', value: '2023-05-16' },
    { name: 'file', value: aPdf(), fileName: '证书.pdf' },
  ]);
  return body.id;
}

/** Something submitted through the service itself, from its draft on. */
export async function aSubmission(world: ServiceWorld, me: Caller, name: string, at: Instant): Promise<Progress> {
  const draft = await aWholeDraft(world, me, name);
  const submitting = world.app.get(SubmittingService, { strict: false });
  return world.app.get(BusinessClock).at(at, () => submitting.submit(me, `submit-${draft}`, draft));
}

/** One of the specs' completer that its unit has released: it lies with the municipal bureau. @returns its serial */
export async function atCity(world: ServiceWorld, at: Instant): Promise<string> {
  const { serial } = await aSubmission(world, completer, `第${(submitted += 1)}项成果`, at);
  await actAt(world, at, atDesk('unit', 'admin'), serial, 'release');
  return serial;
}
let submitted = 0;
