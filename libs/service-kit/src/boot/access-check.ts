import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { ACCESS, ACT } from '../http/access';
import type { Access } from '../http/access';

/** Refuses to boot while a route does not say who may call it, or an act is open to those who are nobody. */
export function checkAccess(app: INestApplicationContext): void {
  const discovery = app.get(DiscoveryService);
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const faults: string[] = [];
  for (const { metatype } of discovery.getControllers()) {
    if (typeof metatype !== 'function') {
      continue;
    }
    const prototype = metatype.prototype as Record<string, (...args: unknown[]) => unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      if (handler !== undefined && Reflect.hasMetadata(METHOD_METADATA, handler)) {
        const access = reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, metatype]);
        const isAct = reflector.get<boolean | undefined>(ACT, handler) === true;
        faults.push(...faultsOf(`${metatype.name}.${name}`, access, isAct));
      }
    }
  }
  if (faults.length > 0) {
    throw new Error(`Access is not settled: ${faults.join('; ')}`);
  }
}

function faultsOf(route: string, access: Access | undefined, isAct: boolean): string[] {
  if (access === undefined) {
    return [`${route} names nobody (@Allow, @SignedIn, @Public or @Internal)`];
  }
  return isAct && (access.to === 'everyone' || access.to === 'services') ? [`${route} is an act of nobody (@Allow or @SignedIn)`] : [];
}
