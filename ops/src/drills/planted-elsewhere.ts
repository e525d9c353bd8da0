import { credentialApplicationWorkflowId, noticeWorkflowId, windowWorkflowId, workflowTypes } from '@dengke/contract';
import type { Divergence } from '@dengke/contract';
import { ApiClient, demonstrationPeople, pollUntil, somebodyAt } from '@dengke/e2e';
import type { DrilledHouse } from './drilled-house';
import { removed } from './planted';

const day = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * day + day / 3).toISOString().slice(0, 10);

/** Ids of workflows that follow other things than submissions, one of each service. */
export interface Others {
  window: string;
  notice: string;
  application: string;
}

/** A window is announced, a letter goes to the counties, somebody applies for a login; each is waited for until its workflow follows it. */
export async function begun({ stack, temporal }: DrilledHouse): Promise<Others> {
  const { publicUrl } = stack.addresses;
  const people = await demonstrationPeople();
  const department = await ApiClient.signIn(publicUrl, somebodyAt(people, 'org-sx-kjt', 'manager').login, people.password);
  await department.act('/windows', {
    ...{ id: 'drilled', name: '演练批次', registrationYear: Number(inDays(0).slice(0, 4)) },
    ...{ resultFrom: inDays(-200), resultTo: inDays(-100), opensOn: inDays(1), cutOffOn: inDays(20) },
    ...{ paperFrom: inDays(21), paperTo: inDays(25), earlierCutOffs: [] },
  });
  const letter = {
    title: '演练通知',
    documentNumber: '晋科函〔2026〕900号',
    isPublic: false,
    form: 'liaison',
    dueOn: inDays(30),
    body: '演练。',
  };
  const { id: noticeId } = await department.act<{ id: string }>('/notices', letter);
  await department.close();
  const stranger = ApiClient.stranger(publicUrl);
  const unit = people.units.find(({ id }) => id === 'unit-zhangling-coal');
  const { id: applicationId } = await stranger.act<{ id: string }>('/credential-applications', {
    ...{ name: '演练人', mobile: '18800000009', mail: 'drill@demo.dengke.example', role: 'completer', field: 'energy' },
    ...{ uscc: unit?.uscc, unitName: unit?.name, areaCode: unit?.areaCode },
  });
  await stranger.close();
  const others = {
    window: windowWorkflowId('drilled'),
    notice: noticeWorkflowId(noticeId),
    application: credentialApplicationWorkflowId(applicationId),
  };
  for (const workflowId of Object.values(others)) {
    await pollUntil(
      `${workflowId} is followed`,
      () =>
        temporal.workflow
          .getHandle(workflowId)
          .describe()
          .then(
            ({ status }) => status.name,
            () => 'UNKNOWN',
          ),
      (status) => status === 'RUNNING',
    );
  }
  return others;
}

/** What is out of step of them since. */
export async function plantedElsewhere(house: DrilledHouse, { window, notice, application }: Others): Promise<Divergence[]> {
  const { workflow } = house.temporal;
  await removed(house, window);
  await workflow.getHandle(notice).terminate('planted');
  await workflow.getHandle(application).terminate('planted');
  const args = [{ id: application.split('/')[1] ?? '' }];
  await workflow.start(workflowTypes.credentialApplication, { workflowId: application, taskQueue: 'nobody-serves-it', args });
  return [
    { subject: window, kind: 'missing', because: 'planted' },
    { subject: notice, kind: 'ended', because: 'planted' },
    { subject: application, kind: 'misfit', because: 'planted' },
  ];
}
