import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { RequestMethod } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { ACCESS, ACT, CONFIRMED, STEP_UP } from '../http/access';
import type { Access } from '../http/access';

/** Where @nestjs/swagger keeps an `@ApiProduces`: what answers a file says so. */
const PRODUCES = 'swagger/apiProduces';

/** A route as its decorators say it. */
export interface RouteAccess {
  /** `GET /submissions/:serial`, without the prefix. */
  route: string;
  handler: string;
  access: Access | undefined;
  marks: ReadonlySet<string>;
  /** Whether it reads a body of fields. */
  takesBody: boolean;
}

/** All routes of a service, those of the kit included. */
export function routesOf(app: INestApplicationContext): RouteAccess[] {
  const discovery = app.get(DiscoveryService);
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') {
      return [];
    }
    const prototype = metatype.prototype as Record<string, (...args: unknown[]) => unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) {
        return [];
      }
      const access = reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, metatype]);
      const marks = new Set([ACT, STEP_UP, CONFIRMED, PRODUCES].filter((mark) => reflector.getAllAndOverride(mark, [handler, metatype])));
      const method = RequestMethod[reflector.get<RequestMethod>(METHOD_METADATA, handler)];
      const path = [metatype, handler]
        .flatMap((part) => reflector.get<string>(PATH_METADATA, part).split('/'))
        .filter((word) => word !== '');
      return [
        { route: `${method} /${path.join('/')}`, handler: `${metatype.name}.${name}`, access, marks, takesBody: takesBody(metatype, name) },
      ];
    });
  });
}

function takesBody(controller: object, method: string): boolean {
  const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<string, unknown>;
  return Object.keys(taken).some((argument) => argument.startsWith(`${RouteParamtypes.BODY}:`));
}

/** Refuses to boot while a route does not say who may call it, an act is open to those who are nobody, or a file to those who have left. */
export function checkAccess(app: INestApplicationContext): void {
  const faults = routesOf(app).flatMap(({ handler, access, marks }) => faultsOf(handler, access, marks));
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
