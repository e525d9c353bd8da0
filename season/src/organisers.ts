import { organiserDeclaration, organiserScans } from '@dengke/contract';
import type { OrganiserForm } from '@dengke/contract';
import { ApiClient, pdfWith } from '@dengke/e2e';
import type { Cast } from './cast';
import type { PlannedOrganiser } from './scenario';

/** Those who apply to be organisers (附件2, S59): they have no account; and the department that decides (S60). */
export class Organisers {
  /** Ids of the applications by ref. */
  readonly ids = new Map<string, string>();

  constructor(
    private readonly planned: Readonly<Record<string, PlannedOrganiser>>,
    private readonly address: string,
    private readonly cast: Cast,
  ) {}

  knows(ref: string): boolean {
    return ref in this.planned;
  }

  /** @throws Refused when the department or the applicant is refused */
  async act(who: string, what: string, ref: string): Promise<void> {
    if (what === 'applyAsOrganiser') {
      await this.apply(ref);
      return;
    }
    const path = `/organiser-applications/${this.ids.get(ref) ?? ''}`;
    await (await this.cast.as(who)).act(`${path}/${what}`, this.words(what, ref));
  }

  private words(what: string, ref: string): object {
    const { login, areaCode } = this.of(ref);
    const words: Record<string, object> = {
      approve: { login, areaCode, superAdmin: 'staff', contactPhone: '0351-0000099' },
      refuse: { reason: '公章与单位名称不一致，请核对后重新申请' },
    };
    return words[what] ?? {};
  }

  private async apply(ref: string): Promise<void> {
    const { organiser, kind } = this.of(ref);
    const contact = { name: '某某', mobile: '18800000000', mail: `${ref}@demo.dengke.example` };
    const form: OrganiserForm = {
      ...{ organiser, kind, address: '山西省某市某街1号', postcode: '030000', legalRepresentative: '某某', department: '科技科' },
      ...{ leader: { name: contact.name, mobile: contact.mobile }, head: contact, staff: contact },
      ...{ declaration: organiserDeclaration, signedOn: '2023-08-07' },
    };
    const scans = organiserScans.map(
      (scan) => [scan, { name: `${scan}.pdf`, mediaType: 'application/pdf', content: pdfWith(`${ref} ${scan}`) }] as const,
    );
    const stranger = ApiClient.stranger(this.address);
    try {
      const { id } = await stranger.uploadAll<{ id: string }>(
        '/organiser-applications',
        { form: JSON.stringify(form) },
        Object.fromEntries(scans),
      );
      this.ids.set(ref, id);
    } finally {
      await stranger.close();
    }
  }

  private of(ref: string): PlannedOrganiser {
    const planned = this.planned[ref];
    if (planned === undefined) {
      throw new Error(`The scenario has no organiser ${ref}`);
    }
    return planned;
  }
}
