import type { Progress, RegistrationForm, Role, SubmissionAct } from '@dengke/contract';
import { stampText } from '@dengke/print';
import { PNG } from 'pngjs';
import { ApiClient, Refused } from '../client';
import type { DemonstrationPeople } from '../demonstration-people';
import { somebodyAt } from '../demonstration-people';
import { achievedLately, allInOrder, sampleEvidence, sampleForm } from '../sample-achievement';

export const unitId = 'unit-zhangling-coal';

/** What happens around somebody’s walk through the portal, done by others of the province over the public API. */
export class Around {
  readonly forms = new Map<string, RegistrationForm>();

  constructor(
    private readonly address: string,
    private readonly people: DemonstrationPeople,
  ) {}

  /** Submitted by the unit's completer, with a certificate as PDF and a picture beside it. */
  async submitted(name: string, mark: string): Promise<string> {
    const unit = this.people.units.find(({ id }) => id === unitId);
    const completer = somebodyAt(this.people, unitId, 'completer');
    if (unit === undefined) {
      throw new Error(`The seed has no unit ${unitId}`);
    }
    const achieved = achievedLately(new Date());
    const form = sampleForm(name, unit, completer, Number(achieved.slice(0, 4)));
    return this.as(unitId, 'completer', async (client) => {
      const draft = await client.write<{ id: string }>('POST', '/drafts', { form });
      const { fields, file } = sampleEvidence(`ZL${mark}`, achieved);
      await client.upload(`/drafts/${draft.id}/evidence`, fields, file);
      const picture = { name: '装置照片.png', mediaType: 'image/png', content: aPicture() };
      await client.upload(`/drafts/${draft.id}/evidence`, { ...fields, number: `ZL${mark}-2` }, picture);
      const { serial } = await client.act<Progress>(`/drafts/${draft.id}/submit`, { door: 'municipal' });
      this.forms.set(serial, form);
      return serial;
    });
  }

  release = (serial: string) => this.act(unitId, 'unitAdmin', serial, 'release');

  /** Mended and submitted again, each item answered. */
  resubmit(serial: string): Promise<void> {
    return this.as(unitId, 'completer', async (client) => {
      const { draftId } = await client.read<{ draftId: string }>(`/submissions/${serial}`);
      const { version, form } = await client.read<{ version: number; form: RegistrationForm }>(`/drafts/${draftId}`);
      await client.write('PUT', `/drafts/${draftId}`, { version, form: { ...form, keywords: ['瓦斯抽采', '智能调控', '安全'] } });
      const items = await client.read<{ id: string }[]>(`/submissions/${serial}/mending`);
      const answers = items.map(({ id }) => ({ item: id, outcome: 'mended', words: '已重新扫描。' }));
      await client.act(`/submissions/${serial}/resubmit`, { answers });
    });
  }

  /** The paper goes on from one desk to the next. */
  handInPaper = (organisationId: string, role: Role, serial: string) => this.act(organisationId, role, serial, 'handInPaper');

  /** A bureau receives the paper and recommends. */
  async recommendedBy(organisationId: string, serial: string): Promise<void> {
    await this.act(organisationId, 'manager', serial, 'receivePaper');
    const findings = allInOrder(this.forms.get(serial)!);
    await this.passed(organisationId, serial, { findings, opinion: '同意推荐。' });
  }

  /** The form as it was first submitted, to be printed. */
  formOf = (serial: string): Promise<Buffer> =>
    this.as(unitId, 'completer', (client) => client.download(`/submissions/${serial}/versions/1/form`));

  /** What the code on the printed form of the newest version says. */
  codeOf(serial: string): Promise<string> {
    return this.as(unitId, 'completer', async (client) => {
      const versions = await client.read<{ round: number; digest: string }[]>(`/submissions/${serial}/versions`);
      const { round, digest } = versions.reduce((newest, one) => (one.round > newest.round ? one : newest));
      return stampText({ serial, version: round, digest });
    });
  }

  private async passed(organisationId: string, serial: string, input: object): Promise<void> {
    try {
      await this.act(organisationId, 'manager', serial, 'recommend', input);
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.code !== 'LIKENESSES_UNJUDGED') {
        throw error;
      }
      const different = error.problem.details?.['others'] as string[];
      await this.act(organisationId, 'manager', serial, 'recommend', { ...input, likenesses: { different, reason: '不同矿井的装置。' } });
    }
  }

  private act(organisationId: string, role: Role, serial: string, act: SubmissionAct, input: object = {}): Promise<void> {
    const path = act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return this.as(organisationId, role, async (client) => {
      await client.act(`/submissions/${serial}/${path}`, input);
    });
  }

  private async as<T>(organisationId: string, role: Role, work: (client: ApiClient) => Promise<T>): Promise<T> {
    const { login } = somebodyAt(this.people, organisationId, role);
    const client = await ApiClient.signIn(this.address, login, this.people.password);
    try {
      return await work(client);
    } finally {
      await client.close();
    }
  }
}

/** A picture that is one: two fields of colour. */
function aPicture(): Buffer {
  const picture = new PNG({ width: 480, height: 320 });
  for (let at = 0; at < picture.data.length; at += 4) {
    const isSky = at < picture.data.length / 2;
    picture.data.set(isSky ? [148, 187, 226, 255] : [104, 112, 96, 255], at);
  }
  return PNG.sync.write(picture);
}
