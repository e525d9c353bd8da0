import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Observable } from 'rxjs';
import { BusinessClock } from '../clock/business-clock';
import { currentScope, inScope } from '../clock/scope';
import type { Scope } from '../clock/scope';
import { TIMELESS } from './access';
import { requestOf } from './request';

/** Reads the business clock once for a request and carries the instant and the token through it, beside its trace. */
@Injectable()
export class ScopeInterceptor implements NestInterceptor {
  constructor(
    private readonly clock: BusinessClock,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const timeless = this.reflector.getAllAndOverride<boolean>(TIMELESS, [context.getHandler(), context.getClass()]);
    const { token } = requestOf(context);
    const scope: Scope = { ...currentScope(), token, instant: timeless ? undefined : await this.clock.read() };
    return new Observable((subscriber) => inScope(scope, () => next.handle().subscribe(subscriber)));
  }
}
