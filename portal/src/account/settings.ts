import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';

export interface Account {
  sessions: Schemas['SessionDto'][];
  secondFactor: Schemas['SecondFactorDto'];
  channels: Schemas['ChannelsDto'];
  calendar: string | null;
}

/** What the account's page shows beside who one is. */
export async function accountOf(): Promise<Account> {
  const [sessions, secondFactor, channels, { address }] = await Promise.all([
    answerOf(api.GET('/sessions')),
    answerOf(api.GET('/second-factor')),
    answerOf(api.GET('/channels')),
    answerOf(api.GET('/calendar-feed')),
  ]);
  return { sessions, secondFactor, channels, calendar: address };
}

export const endSession = (id: string): Promise<unknown> => answerOf(api.DELETE('/sessions/{id}', { params: { path: { id } } }));

export const endOtherSessions = (): Promise<unknown> => answerOf(api.DELETE('/sessions/others'));

export const newRecoveryCodes = async (): Promise<string[]> => (await answerOf(api.POST('/second-factor/recovery-codes'))).recoveryCodes;

export const giveAppUp = (): Promise<unknown> => answerOf(api.DELETE('/second-factor/totp'));

export const givePasskeyUp = (id: string): Promise<unknown> =>
  answerOf(api.DELETE('/second-factor/passkeys/{id}', { params: { path: { id } } }));

export const chooseChannels = (chosen: Schemas['ChooseChannelsDto']): Promise<unknown> => answerOf(api.PUT('/channels', { body: chosen }));

export const newCalendar = (): Promise<unknown> => answerOf(api.PUT('/calendar-feed'));

export const closeCalendar = (): Promise<unknown> => answerOf(api.DELETE('/calendar-feed'));
