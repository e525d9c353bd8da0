import { createHash, timingSafeEqual } from 'node:crypto';
import { createParamDecorator, Injectable } from '@nestjs/common';
import type { ExecutionContext, PipeTransform } from '@nestjs/common';
import { serviceSecretHeader } from '@dengke/contract';
import { HouseConfig } from '@dengke/service-kit';
import type { HouseRequest } from '@dengke/service-kit';

/** What a request says about where it comes from, before anybody believes it. */
interface ClaimedAddress {
  socket: string;
  forwardedFor: string | null;
  secret: string | null;
}

export function claimedIn(context: ExecutionContext): ClaimedAddress {
  const { headers, socket } = context.switchToHttp().getRequest<HouseRequest>();
  const header = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  };
  return { socket: socket.remoteAddress ?? '', forwardedFor: header('x-forwarded-for'), secret: header(serviceSecretHeader) };
}

const Claimed = createParamDecorator((_: unknown, context: ExecutionContext) => claimedIn(context));

const digest = (text: string) => createHash('sha256').update(text).digest();

@Injectable()
export class BelievedAddress implements PipeTransform<ClaimedAddress, string> {
  constructor(private readonly config: HouseConfig) {}

  transform({ socket, forwardedFor, secret }: ClaimedAddress): string {
    const isOfTheHouse = secret !== null && timingSafeEqual(digest(secret), digest(this.config.serviceSecret));
    const forwarded = forwardedFor?.split(',')[0]?.trim();
    return isOfTheHouse && forwarded ? forwarded.slice(0, 45) : socket;
  }
}

/** The caller's address: as the gateway forwarded it when it shows the house's secret, otherwise that of the socket. */
export const ClientAddress = () => Claimed(BelievedAddress);
