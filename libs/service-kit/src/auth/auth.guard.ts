import { timingSafeEqual, createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { effectiveRightsOf, serviceSecretHeader } from '@dengke/contract';
import type { Caller, Duty, ErrorCode } from '@dengke/contract';
import { SecurityClock } from '../clock/security-clock';
import { HouseConfig } from '../config/service-config';
import { ACCESS, ACT, CONFIRMED, idempotencyKeyHeader, KEYED, MAY_BE_KEYED, OPEN_WHILE, STEP_UP } from '../http/access';
import type { Access } from '../http/access';
import { DomainError } from '../http/domain-error';
import { requestOf } from '../http/request';
import type { HouseRequest } from '../http/request';
import { Authority } from './authority';
import { VerifiedTokens } from './verified-tokens';

const KEY = /^[A-Za-z0-9_-]{8,128}$/;
/** What is answered as long as somebody is not signed in all the way. */
export const refusalWhile: Record<Duty, ErrorCode> = {
  'change-password': 'PASSWORD_MUST_CHANGE',
  enrol: 'SECOND_FACTOR_NOT_ENROLLED',
  'second-factor': 'SECOND_FACTOR_NEEDED',
};
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/** Decides for every route who may call it; says 401, 403 or 400, and for whatever does more than read asks accounts again. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly secret: Buffer;

  constructor(
    private readonly reflector: Reflector,
    private readonly authority: Authority,
    private readonly tokens: VerifiedTokens,
    private readonly clock: SecurityClock,
    config: HouseConfig,
  ) {
    this.secret = digest(config.serviceSecret);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.read<Access>(ACCESS, context);
    const request = requestOf(context);
    if (access?.to === 'everyone') {
      if (this.read<boolean>(KEYED, context) === true) {
        request.actKey = keyOf(request);
      }
      return true;
    }
    if (access?.to === 'services') {
      return this.isOfTheHouse(request);
    }
    if (access === undefined) {
      throw new DomainError('NOT_ALLOWED');
    }
    await this.identify(request, access, context);
    return true;
  }

  private async identify(request: HouseRequest, access: Access, context: ExecutionContext): Promise<void> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) {
      throw new DomainError('NOT_SIGNED_IN');
    }
    request.token = token;
    request.caller = await this.tokens.callerOf(token);
    this.requireDone(request.caller, context);
    mayUse(request.caller, access);
    const isAct = this.read<boolean>(ACT, context) === true;
    const isKeyed = this.read<boolean>(MAY_BE_KEYED, context) === true && request.headers[idempotencyKeyHeader] !== undefined;
    if (isAct || isKeyed) {
      request.actKey = keyOf(request);
    }
    if (isAct || !onlyReads(request.method) || this.read<boolean>(CONFIRMED, context) === true) {
      request.caller = await this.confirmed(token);
      mayUse(request.caller, access);
    }
    this.requireSteppedUp(request.caller, context);
  }

  private requireDone({ must }: Caller, context: ExecutionContext): void {
    if (must !== undefined && !(this.read<Duty[]>(OPEN_WHILE, context) ?? []).includes(must)) {
      throw DomainError.passedOn(refusalWhile[must]);
    }
  }

  private requireSteppedUp({ steppedUpUntil }: Caller, context: ExecutionContext): void {
    if (steppedUpUntil !== undefined && this.read<boolean>(STEP_UP, context) === true && steppedUpUntil <= this.clock.now()) {
      throw new DomainError('STEP_UP_NEEDED');
    }
  }

  private async confirmed(token: string): Promise<Caller> {
    const caller = await this.authority.confirm(token);
    if (caller === null) {
      throw new DomainError('NOT_SIGNED_IN');
    }
    return caller;
  }

  private isOfTheHouse(request: HouseRequest): boolean {
    const shown = request.headers[serviceSecretHeader];
    if (typeof shown !== 'string' || !timingSafeEqual(digest(shown), this.secret)) {
      throw new DomainError('NOT_SIGNED_IN');
    }
    return true;
  }

  private read<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}

/** Plain reads alone may go on for the life of a token (decision 0005). */
const onlyReads = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Equal lengths for a comparison in constant time. */
function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function mayUse(caller: Caller, access: Access): void {
  if (access.to === 'right' && !effectiveRightsOf(caller.position).has(access.right)) {
    throw new DomainError('NOT_ALLOWED');
  }
}

function keyOf(request: HouseRequest): string {
  const key = request.headers[idempotencyKeyHeader];
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new DomainError('IDEMPOTENCY_KEY_MISSING');
  }
  return key;
}
