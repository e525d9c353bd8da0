import type { Role } from '@dengke/contract';

export const secondFactorKinds = ['totp', 'passkey'] as const;
export type SecondFactorKind = (typeof secondFactorKinds)[number];

/** Who manages nobody and issues nothing may do without; every other position needs a second factor (decision 0006; GB/T 22239, 身份鉴别 d). */
export const withoutSecondFactor = ['completer', 'liaison'] as const satisfies readonly Role[];

export const needsSecondFactor = (positions: readonly { role: Role }[]): boolean =>
  positions.some(({ role }) => !(withoutSecondFactor as readonly Role[]).includes(role));
