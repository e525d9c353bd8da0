import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { ACCESS, ACT, CONFIRMED, STEP_UP } from '../http/access';
import type { Access } from '../http/access';

/** Where @nestjs/swagger keeps an `@ApiProduces`: what answers a file says so. */
const PRODUCES = 'swagger/apiProduces';

/** Refuses to boot while a route does not say who may call it, an act is open to those who are nobody, or a file to those who have left. */
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
        const marks = new Set([ACT, STEP_UP, CONFIRMED, PRODUCES].filter((mark) => reflector.getAllAndOverride(mark, [handler, metatype])));
        faults.push(...faultsOf(`${metatype.name}.${name}`, access, marks));
      }
    }
  }
  if (faults.length > 0) {
    throw new Error(`Access is not settled: ${faults.join('; ')}`);
  }
}

function faultsOf(route: string, access: Access | undefined, marks: ReadonlySet<string>): string[] {
  if (access === undefined) {
    return [`${route} names nobody (@Allow, @SignedIn, @Public or @Internal)`];
  }
  if (access.to === 'everyone' || access.to === 'services') {
    return marks.has(ACT) || marks.has(STEP_UP) ? [`${route} is an act of nobody (@Allow or @SignedIn)`] : [];
  }
  const outlivesLeaving = marks.has(PRODUCES) && !marks.has(CONFIRMED) && !marks.has(ACT);
  return outlivesLeaving ? [`${route} answers a file without asking accounts again (@Confirmed)`] : [];
}
