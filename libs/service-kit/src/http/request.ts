import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '@dengke/contract';

/** A request after the guard: who calls, with which token, under which act key. */
export type HouseRequest = FastifyRequest & { caller?: Caller; token?: string; actKey?: string };

/** Who called, as far as the guard came to know, for the log: an id, no name. */
export function callerOf(request: FastifyRequest): { personId?: string } {
  const personId = (request as HouseRequest).caller?.personId;
  return personId === undefined ? {} : { personId };
}

export const requestOf = (context: ExecutionContext): HouseRequest => context.switchToHttp().getRequest<HouseRequest>();

/** Who is calling, and from which position. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined => requestOf(context).caller);

/** The act's Idempotency-Key. */
export const ActKey = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => requestOf(context).actKey);

/** The token with which somebody calls, for those who ask accounts again later: streams. */
export const MyToken = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => requestOf(context).token);
