import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { ACCESS, ACT, STEP_UP } from '../http/access';
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
        const needsSomebody = [ACT, STEP_UP].some((mark) => reflector.get<boolean | undefined>(mark, handler) === true);
        faults.push(...faultsOf(`${metatype.name}.${name}`, access, needsSomebody));
      }
    }
  }
  if (faults.length > 0) {
    throw new Error(`Access is not settled: ${faults.join('; ')}`);
  }
}

function faultsOf(route: string, access: Access | undefined, needsSomebody: boolean): string[] {
  if (access === undefined) {
    return [`${route} names nobody (@Allow, @SignedIn, @Public or @Internal)`];
  }
  const isOfNobody = needsSomebody && (access.to === 'everyone' || access.to === 'services');
  return isOfNobody ? [`${route} is an act of nobody (@Allow or @SignedIn)`] : [];
}
