import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiResponse } from '@nestjs/swagger';
import { serviceSecretHeader } from '@dengke/contract';
import type { Duty, Right } from '@dengke/contract';

/** Who may call a route. A route that does not say is refused at boot. */
export type Access = { to: 'everyone' } | { to: 'services' } | { to: 'signed-in' } | { to: 'right'; right: Right };

export const ACCESS = 'dengke:access';
export const ACT = 'dengke:act';
export const KEYED = 'dengke:keyed';
export const MAY_BE_KEYED = 'dengke:may-be-keyed';
export const CONFIRMED = 'dengke:confirmed';
export const TIMELESS = 'dengke:timeless';
export const OPEN_WHILE = 'dengke:open-while';
export const STEP_UP = 'dengke:step-up';
export const idempotencyKeyHeader = 'idempotency-key';

const open = (access: Access) => SetMetadata(ACCESS, access);
const idempotencyKey = (required = true) =>
  ApiHeader({ name: 'Idempotency-Key', required, schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,128}$' } });
const refuses = (...statuses: number[]) => statuses.map((status) => ApiResponse({ status, description: 'application/problem+json' }));

/** Only positions that carry this right. */
export const Allow = (right: Right) => applyDecorators(open({ to: 'right', right }), ApiBearerAuth(), ...refuses(401, 403));

/** Anybody who is signed in; the service checks the rest. */
export const SignedIn = () => applyDecorators(open({ to: 'signed-in' }), ApiBearerAuth(), ...refuses(401));

/** Anybody at all: the public register, sign-in, health. */
export const Public = () => open({ to: 'everyone' });

/**
 * An act of somebody who has no account: applying for one. Needs an Idempotency-Key like every act; that and what the body proves is all
 * that is known of the caller.
 */
export const PublicAct = () => applyDecorators(Public(), SetMetadata(KEYED, true), idempotencyKey(), ...refuses(400, 409, 422, 429));

/** Only the services of the house, by the shared secret: feeds, internal reads. */
export const Internal = () =>
  applyDecorators(open({ to: 'services' }), ApiHeader({ name: serviceSecretHeader, required: true }), ...refuses(401));

/**
 * A person's act: needs an Idempotency-Key, and accounts is asked again before it runs, so that a withdrawn position or a
 * closed session counts at once (decision 0005). Beside `@Allow` or `@SignedIn`.
 */
export const Act = () => applyDecorators(SetMetadata(ACT, true), idempotencyKey(), ...refuses(400, 409, 422));

/** Writes, though it is no act that the ledger knows: sent with an Idempotency-Key it is done once, however often it is sent. Beside `@Allow`. */
export const MayBeKeyed = () => applyDecorators(SetMetadata(MAY_BE_KEYED, true), idempotencyKey(false), ...refuses(400, 422));

/** Asks accounts again though it only reads: streams, downloads. Whatever writes does so by its method. */
export const Confirmed = () => SetMetadata(CONFIRMED, true);

/** Open also to who must do one of these things first (P8): the doing of it, seeing who one is, signing out. */
export const OpenWhile = (...dutiesLeft: Duty[]) => SetMetadata(OPEN_WHILE, dutiesLeft);

/** Who has a second factor must have shown it lately (ASVS 7.5.3): acts that give rights away or end the review. Beside `@Allow` or `@SignedIn`. */
export const StepUp = () => applyDecorators(SetMetadata(STEP_UP, true), ...refuses(403));

/** Does not depend on business time, so the clock is not read for it. */
export const Timeless = () => SetMetadata(TIMELESS, true);
