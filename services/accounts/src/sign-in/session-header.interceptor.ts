import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Begun } from './sign-in.service';

/** Where the gateway finds a begun session to put into the browser's cookie; empty when it ended. */
export const sessionHeader = 'x-dengke-session';

const headersOf = (context: ExecutionContext): FastifyReply => context.switchToHttp().getResponse<FastifyReply>();

/** The opaque token goes into a header that never leaves the house, so that no page's script reads it in the body. */
@Injectable()
export class SessionBegins implements NestInterceptor<Begun> {
  intercept(context: ExecutionContext, next: CallHandler<Begun>): Observable<unknown> {
    return next.handle().pipe(
      map(({ token, answer }) => {
        void headersOf(context).header(sessionHeader, token);
        return answer;
      }),
    );
  }
}

@Injectable()
export class SessionEnds implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    void headersOf(context).header(sessionHeader, '');
    return next.handle();
  }
}
