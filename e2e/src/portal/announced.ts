import { ApiClient } from '../client';
import { demonstrationPeople, somebodyAt } from '../demonstration-people';
import { Walk } from '../walk';
import { freeFrom, inDays } from './windows-free';

/** What there is for everybody to read. */
export interface Announced {
  windowName: string;
  manual: string;
  notice: string;
  noticeId: string;
  documentNumber: string;
  /** Of what is registered. */
  number: string;
}

/** The department announces a window and writes a letter that everybody may read, and one achievement is registered. */
export async function announce(address: string): Promise<Announced> {
  const people = await demonstrationPeople();
  const { progress } = await new Walk({ address, people }).toTheEnd();
  const department = await ApiClient.signIn(address, somebodyAt(people, 'org-sx-kjt', 'manager').login, people.password);
  const mark = String(Date.now() % 100_000);
  const from = await freeFrom(address, 1);
  const [windowId, windowName, manual] = [`walk-${mark}`, `演示批次 ${mark}`, `填报说明 ${mark}`];
  await department.act('/windows', {
    ...{ id: windowId, name: windowName, registrationYear: Number(inDays(0).slice(0, 4)) },
    ...{ resultFrom: inDays(-200), resultTo: inDays(-100), opensOn: inDays(from), cutOffOn: inDays(from + 19) },
    ...{ paperFrom: inDays(from + 20), paperTo: inDays(from + 24) },
    earlierCutOffs: [{ organisationId: 'org-changzhi-energy', cutOffOn: inDays(from + 14) }],
  });
  await department.write('PUT', `/windows/${windowId}/information`, {
    contacts: [{ office: '科技成果登记受理处', phone: '0351-0000002', address: '太原市示例路1号' }],
    manuals: [{ title: manual, url: 'https://dengke.example/manual.pdf' }],
  });
  const [notice, documentNumber] = [`关于开展科技成果登记工作的通知 ${mark}`, `晋科函〔2026〕${Number(mark) + 1}号`];
  const { id } = await department.act<{ id: string }>('/notices', {
    ...{ title: notice, documentNumber, isPublic: true, form: 'liaison', dueOn: inDays(30) },
    body: '各有关单位：\n请组织做好本年度科技成果登记工作，按要求填报联络人联系表并加盖公章后反馈。',
  });
  await department.close();
  return { windowName, manual, notice, noticeId: id, documentNumber, number: progress.registrationNumber ?? '' };
}

/** Where there is publicity, one achievement is in it. */
export async function publish(address: string): Promise<string> {
  return new Walk({ address, people: await demonstrationPeople() }).toPublicity();
}
