import { isIPv6 } from 'node:net';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { HouseRequest } from '@dengke/service-kit';

/** The first that is named, since later browsers name earlier ones. */
const browsers = [
  [/Edg/, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** What kind of client it says it is, in words its owner knows again: `Firefox, Windows`. */
export function clientKind(userAgent: string | undefined): string | null {
  const named = (kinds: readonly (readonly [RegExp, string])[]) => kinds.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const [browser, system] = [named(browsers), named(systems)];
  return browser === undefined && system === undefined ? null : [browser, system].filter((name) => name !== undefined).join(', ');
}

export const ClientKind = createParamDecorator((_: unknown, context: ExecutionContext): string | null =>
  clientKind(context.switchToHttp().getRequest<HouseRequest>().headers['user-agent']),
);

/** `203.0.113.*`, `2001:db8:*`: enough to tell the office from elsewhere. */
export function maskedAddress(ip: string): string {
  return isIPv6(ip) ? `${ip.toLowerCase().split(':').slice(0, 2).join(':')}:*` : ip.replace(/\.\d+$/, '.*').slice(0, 45);
}
