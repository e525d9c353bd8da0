import { feedbackForms } from '@dengke/contract';
import { pdfWith } from '@dengke/e2e';
import type { ApiClient } from '@dengke/e2e';
import type { Cast } from './cast';
import type { PlannedLetter } from './scenario';

/** The letters of the notice cascade: issued, forwarded, signed for and answered as their people do it (S1, S12, S20, S43). */
export class Letters {
  /** Ids of the letters by ref. */
  readonly ids = new Map<string, string>();
  private readonly senders = new Map<string, string>();

  constructor(
    private readonly planned: Readonly<Record<string, PlannedLetter>>,
    private readonly cast: Cast,
  ) {}

  knows(ref: string): boolean {
    return ref in this.planned;
  }

  refOf(id: string): string {
    return [...this.ids].find(([, known]) => known === id)?.[0] ?? id;
  }

  /** The login of whoever sent it. */
  senderOf(ref: string): string {
    return this.senders.get(ref) ?? '';
  }

  /** @throws Refused when the act is refused */
  async act(login: string, what: string, ref: string): Promise<void> {
    const client = await this.cast.as(login);
    switch (what) {
      case 'issue':
      case 'forward':
        return this.send(client, login, ref);
      case 'answer':
        return this.answer(client, login, ref);
      default:
        await client.act(`/notices/${this.id(ref)}/${what}`);
    }
  }

  private async send(client: ApiClient, login: string, ref: string): Promise<void> {
    const { encloses, annexes = [], ...letter } = this.of(ref);
    const annexIds: string[] = [];
    for (const name of annexes) {
      annexIds.push(await upload(client, name));
    }
    const path = encloses === undefined ? '/notices' : `/notices/${this.id(encloses)}/forward`;
    this.ids.set(ref, (await client.act<{ id: string }>(path, { ...letter, annexIds })).id);
    this.senders.set(ref, login);
  }

  /** The liaison form of whoever answers (附件1, S15–S19). */
  private async answer(client: ApiClient, login: string, ref: string): Promise<void> {
    const { name, mobile, positions } = this.cast.person(login);
    const unit = this.cast.people.organisations.find(({ id }) => id === positions[0]?.organisationId)?.name ?? login;
    const mail = `${login}@demo.dengke.example`;
    const filledIn = {
      ...{ unit, uscc: '11140400MB1234567L', address: '山西省长治市某街1号', postcode: '046000', legalRepresentative: '某某' },
      ...{ leaderName: '某某', leaderMobile: mobile, department: '综合股', headName: '某某', headMobile: mobile, headMail: mail },
      ...{ staffName: name, staffMobile: mobile, staffMail: mail, signedOn: '2023-09-12' },
    };
    const { declaration } = feedbackForms.liaison;
    const sealId = await upload(client, '联络人联系表（盖章）.pdf');
    await client.act(`/notices/${this.id(ref)}/answer`, { filledIn, declaration, sealId });
  }

  private id(ref: string): string {
    const id = this.ids.get(ref);
    if (id === undefined) {
      throw new Error(`The letter ${ref} has not been sent`);
    }
    return id;
  }

  private of(ref: string): PlannedLetter {
    const planned = this.planned[ref];
    if (planned === undefined) {
      throw new Error(`The scenario has no letter ${ref}`);
    }
    return planned;
  }
}

async function upload(client: ApiClient, name: string): Promise<string> {
  const file = { name, mediaType: 'application/pdf', content: pdfWith(name) };
  return (await client.upload<{ id: string }>('/notices/files', {}, file)).id;
}
