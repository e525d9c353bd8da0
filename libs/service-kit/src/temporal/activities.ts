import { SetMetadata } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';

const ACTIVITIES = 'dengke:activities';

/** Marks an injectable whose methods are activities of the service, each named as in the contract's interface. */
export const Activities = () => SetMetadata(ACTIVITIES, true);

type Activity = (...args: unknown[]) => Promise<unknown>;

/** All activities of a service, bound to their instances. @throws Error when two have one name */
export function activitiesOf(discovery: DiscoveryService): Record<string, Activity> {
  const found: Record<string, Activity> = {};
  for (const { metatype, instance } of discovery.getProviders()) {
    if (typeof metatype !== 'function' || Reflect.getMetadata(ACTIVITIES, metatype) !== true) {
      continue;
    }
    for (const [name, method] of methodsOf(instance as object)) {
      if (name in found) {
        throw new Error(`Two activities are named ${name}`);
      }
      found[name] = method;
    }
  }
  return found;
}

function methodsOf(instance: object): [string, Activity][] {
  const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype)
    .filter((name) => name !== 'constructor' && typeof prototype[name] === 'function')
    .map((name) => [name, (prototype[name] as Activity).bind(instance)]);
}
