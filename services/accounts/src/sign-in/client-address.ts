import { createHash, timingSafeEqual } from 'node:crypto';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { serviceSecretHeader } from '@dengke/contract';
import type { HouseRequest } from '@dengke/service-kit';

/** What a request says about where it comes from, before anybody believes it. */
export interface ClaimedAddress {
  socket: string;
  forwardedFor: string | null;
  secret: string | null;
}

export const ClientAddress = createParamDecorator((_: unknown, context: ExecutionContext): ClaimedAddress => {
  const { headers, socket } = context.switchToHttp().getRequest<HouseRequest>();
  const header = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  };
  return { socket: socket.remoteAddress ?? '', forwardedFor: header('x-forwarded-for'), secret: header(serviceSecretHeader) };
});

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The caller's address: as the gateway forwarded it when it shows the house's secret, otherwise that of the socket. */
export function addressOf(claimed: ClaimedAddress, serviceSecret: string): string {
  const isOfTheHouse = claimed.secret !== null && timingSafeEqual(digest(claimed.secret), digest(serviceSecret));
  const forwarded = claimed.forwardedFor?.split(',')[0]?.trim();
  return isOfTheHouse && forwarded ? forwarded.slice(0, 45) : claimed.socket;
}
