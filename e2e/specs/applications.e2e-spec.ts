import { randomUUID } from 'node:crypto';
import { organiserDeclaration } from '@dengke/contract';
import { ApiClient } from '../src/client';
import { demonstrationPeople, somebodyAt } from '../src/demonstration-people';
import type { DemonstrationPeople } from '../src/demonstration-people';
import { pollUntil } from '../src/poll';
import { pdfWith } from '../src/sample-achievement';
import { aStack } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';

interface Page {
  state: string;
  dueOn: string | null;
  timeline: { act: string }[];
}

describe('somebody without an account', () => {
  let stack: StackForSpecs;
  let people: DemonstrationPeople;
  let stranger: ApiClient;
  const unique = randomUUID().slice(0, 8);

  beforeAll(async () => {
    stack = await aStack();
    people = await demonstrationPeople();
    stranger = ApiClient.stranger(stack.addresses.publicUrl);
  }, 120_000);
  afterAll(async () => {
    await stranger.close();
    await stack.release();
  }, 60_000);

  const signedIn = (login: string, password = people.password) => ApiClient.signIn(stack.addresses.publicUrl, login, password);
  const acts = ({ timeline }: Page): string[] => timeline.map(({ act }) => act);
  const onceDue = (by: ApiClient, path: string) =>
    pollUntil(
      'its workflow has had the due day counted',
      () => by.read<Page>(path),
      (page) => acts(page).includes('setDue'),
    );

  it('applies for a login, gets it from the municipal bureau, and is in once the first password is changed [S27 S61 P6 P8]', async () => {
    const unit = people.units.find(({ id }) => id === 'unit-zhangling-coal');
    const desk = await signedIn(somebodyAt(people, 'org-changzhi-energy', 'manager').login);
    const applied = { name: '新来者', mobile: '18800000001', mail: 'new@demo.dengke.example', role: 'completer', field: 'energy' };
    const { id } = await stranger.act<{ id: string }>('/credential-applications', {
      ...applied,
      ...{ uscc: unit?.uscc, unitName: unit?.name, areaCode: unit?.areaCode },
    });
    const path = `/credential-applications/${id}`;
    expect(await onceDue(desk, path)).toMatchObject({ state: 'applied', dueOn: expect.any(String) as string });

    const login = `new-${unique}`;
    const { firstPassword } = await desk.act<{ firstPassword: string }>(`${path}/issue`, { login });
    const newcomer = await signedIn(login, firstPassword);
    await newcomer.write('PUT', '/password', { current: firstPassword, next: 'Changed-at-once-7' });

    const page = await desk.read<Page>(path);
    expect([page.state, acts(page)]).toEqual(['active', ['apply', 'setDue', 'issue', 'activate']]);
    expect(await newcomer.read('/me')).toMatchObject({ position: { organisationId: 'unit-zhangling-coal', role: 'completer' } });
    await Promise.all([desk.close(), newcomer.close()]);
  }, 60_000);

  it('applies to be an organiser with signature and seal, and the department decides [S59 S60]', async () => {
    const department = await signedIn(somebodyAt(people, 'org-sx-kjt', 'superAdmin').login);
    const contact = { name: '某某', mobile: '18800000000', mail: 'someone@demo.dengke.example' };
    const form = {
      ...{ organiser: `山西省某某厅${unique}`, kind: 'provincial-department', address: '太原市某街1号', postcode: '030000' },
      ...{ legalRepresentative: '某某', leader: { name: contact.name, mobile: contact.mobile }, department: '科技处' },
      ...{ head: contact, staff: contact, declaration: organiserDeclaration, signedOn: '2023-08-10' },
    };
    const scan = (name: string) => ({ name: `${name}.pdf`, mediaType: 'application/pdf', content: pdfWith(`${unique} ${name}`) });
    const fields = { form: JSON.stringify(form) };
    const { id } = await stranger.uploadAll<{ id: string }>('/organiser-applications', fields, {
      signature: scan('signature'),
      seal: scan('seal'),
    });
    const path = `/organiser-applications/${id}`;
    await onceDue(department, path);
    expect(await department.download(`${path}/scans/seal`)).toEqual(pdfWith(`${unique} seal`));

    const answer = { login: `organiser-${unique}`, superAdmin: 'head', areaCode: '14', contactPhone: '0351-0000099' };
    await department.act(`${path}/approve`, answer);

    expect(acts(await department.read<Page>(path))).toEqual(['apply', 'setDue', 'approve']);
    await department.close();
  }, 60_000);
});
