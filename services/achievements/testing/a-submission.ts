import type { Caller, Evidence, Instant, Progress } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { aPdf } from '@dengke/test-kit';
import type { DraftView } from '../src/drafts/drafts.dto';
import { SubmittingService } from '../src/submitting/submitting.service';
import { aForm } from './a-form';
import type { ServiceWorld } from './a-service';

/** Something submitted through the service itself, from its draft on: whole, with its evidence. */
export async function aSubmission(world: ServiceWorld, me: Caller, name: string, at: Instant): Promise<Progress> {
  const { body } = await world.as(me).post<DraftView>('/drafts', { form: aForm({ name }) });
  await world.upload<Evidence>(me, `/drafts/${body.id}/evidence`, [
    { name: 'kind', value: 'evaluation-certificate' },
    { name: 'number', value: '第1号' },
    { name: 'issuedOn', value: '2023-05-16' },
    { name: 'file', value: aPdf(), fileName: '证书.pdf' },
  ]);
  const submitting = world.app.get(SubmittingService, { strict: false });
  return world.app.get(BusinessClock).at(at, () => submitting.submit(me, `submit-${body.id}`, body.id));
}
