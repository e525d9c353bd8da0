import type { OrganiserForm, OrganiserScan } from '@dengke/contract';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';

export type Kind = 'credential' | 'organiser';
export interface Applied {
  kind: Kind;
  id: string;
  /** Shown this once. */
  secret: string | undefined;
  isDoubtful: boolean;
}

export type LoginForm = Schemas['ApplyForCredentialDto'];

export async function applyForLogin(form: LoginForm, key: string): Promise<Applied> {
  const { id, secret, checkCharacterDoubtful } = await answerOf(api.POST('/credential-applications', { ...keyed(key), body: form }));
  return { kind: 'credential', id, secret, isDoubtful: checkCharacterDoubtful };
}

export interface OrganiserApplying {
  form: OrganiserForm;
  scans: Record<OrganiserScan, File | undefined>;
}

/** Form, signature and seal in one request. */
export async function applyAsOrganiser({ form, scans }: OrganiserApplying, key: string): Promise<Applied> {
  const parts = new FormData();
  parts.append('form', JSON.stringify(form));
  for (const [scan, file] of Object.entries(scans)) {
    if (file !== undefined) {
      parts.append(scan, file, file.name);
    }
  }
  const body = { form: '', signature: '', seal: '' };
  const { id, secret } = await answerOf(api.POST('/organiser-applications', { ...keyed(key), body, bodySerializer: () => parts }));
  return { kind: 'organiser', id, secret, isDoubtful: false };
}

export interface Shown {
  kind: Kind;
  id: string;
  secret: string;
}

const shown = ({ id, secret }: Shown) => ({ params: { path: { id: id.trim() }, header: { 'application-secret': secret.trim() } } });

export const standingOf = (by: Shown): Promise<Schemas['ApplicantViewDto']> =>
  answerOf(
    by.kind === 'credential'
      ? api.GET('/credential-applications/{id}/standing', shown(by))
      : api.GET('/organiser-applications/{id}/standing', shown(by)),
  );

export const withdraw = (by: Shown, key: string): Promise<unknown> => {
  const { headers } = keyed(key);
  const how = { headers, ...shown(by) };
  return answerOf(
    by.kind === 'credential'
      ? api.POST('/credential-applications/{id}/withdraw', how)
      : api.POST('/organiser-applications/{id}/withdraw', how),
  );
};
