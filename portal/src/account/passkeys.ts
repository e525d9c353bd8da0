import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';

type CreationOptions = Parameters<typeof PublicKeyCredential.parseCreationOptionsFromJSON>[0];
type RequestOptions = Parameters<typeof PublicKeyCredential.parseRequestOptionsFromJSON>[0];

/** Passkeys belong to a name, not to a number, and not every browser reads their options; an authenticator app serves everywhere. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
  !/^[\d.]+$/.test(window.location.hostname);

/** @returns the recovery codes that came with it, null where there were some; undefined when the person changed his mind */
export async function addPasskey(name: string): Promise<string[] | null | undefined> {
  const options = (await answerOf(api.POST('/second-factor/passkeys/options'))) as unknown as CreationOptions;
  const made = await asked(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
  if (made === undefined) {
    return undefined;
  }
  const credential = made.toJSON() as Schemas['PasskeyAttestationDto'];
  return (await answerOf(api.POST('/second-factor/passkeys', { body: { name, credential } }))).recoveryCodes;
}

/** @returns who is signed in now; undefined when the person changed his mind */
export async function showPasskey(): Promise<Schemas['SignedInDto'] | undefined> {
  const options = (await answerOf(api.POST('/sessions/current/passkey-options'))) as unknown as RequestOptions;
  const shown = await asked(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));
  if (shown === undefined) {
    return undefined;
  }
  const passkey = shown.toJSON() as Schemas['PasskeyAssertionDto'];
  return answerOf(api.POST('/sessions/current/second-factor', { body: { passkey } }));
}

/** Turned away by the person, or by the device: both are NotAllowedError, and neither is a fault. */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    return ((await ask()) as PublicKeyCredential | null) ?? undefined;
  } catch (error) {
    if (error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')) {
      return undefined;
    }
    throw error;
  }
}
