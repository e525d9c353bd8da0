import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';

export type Holder = Schemas['HolderDto'];
export type Delivery = NonNullable<Schemas['DeliveryDto']['delivery']>;

export const holderQuery = (id: string) =>
  queryOptions({ queryKey: ['people', id], queryFn: () => answerOf(api.GET('/people/{id}', { params: { path: { id } } })) });

export const issuableRolesQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', id, 'issuable-roles'],
    queryFn: () => answerOf(api.GET('/organisations/{id}/issuable-roles', { params: { path: { id } } })),
  });

export const positionRightsQuery = (id: string) =>
  queryOptions({
    queryKey: ['positions', id, 'rights'],
    queryFn: () => answerOf(api.GET('/positions/{id}/rights', { params: { path: { id } } })),
  });

/** What an issuer is given: the first password or the slip, once; or nothing, since the holder has a mail or a login already. */
export type Issued = { login: string; until: string | null; firstPassword?: string } | { slip: Blob };

type Answered = Parameters<typeof answerOf<Blob>>[0];

/** The answer of an act that issues a login is the slip itself, where that is asked for. */
export async function issued(call: Answered): Promise<Issued> {
  const answer = await answerOf(call);
  if (answer.type.startsWith('application/pdf')) {
    return { slip: answer };
  }
  const { login, firstPassword, firstPasswordExpiresAt } = JSON.parse(await answer.text()) as Schemas['IssuedCredentialDto'];
  return { login, until: firstPasswordExpiresAt, ...(firstPassword === undefined ? {} : { firstPassword }) };
}

export const asBlob = { parseAs: 'blob' } as const;

export const issueLogin = (body: Schemas['IssueCredentialDto'], key: string): Promise<Issued> =>
  issued(api.POST('/credentials', { ...keyed(key), ...asBlob, body }));

export const renewFirstPassword = (personId: string, delivery: Delivery, key: string): Promise<Issued> =>
  issued(
    api.POST('/credentials/{personId}/first-password', { ...keyed(key), ...asBlob, params: { path: { personId } }, body: { delivery } }),
  );

export const recoverLogin = (personId: string, body: Schemas['RecoverCredentialDto'], key: string): Promise<Issued> =>
  issued(api.POST('/credentials/{personId}/recovery', { ...keyed(key), ...asBlob, params: { path: { personId } }, body }));
