import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';

/** Where the gateway finds a begun session to put into the browser's cookie; empty when it ended. */
export const sessionHeader = 'x-dengke-session';

/** For the OpenAPI document of the routes that begin a session. */
export const sessionHeaders = {
  [sessionHeader]: { description: 'The session, for scripts: `Authorization: Session <it>`', schema: { type: 'string' as const } },
};

/** An answer, and the opaque session for the gateway's cookie where it is a new one. */
export interface Begun<Answer extends object> {
  token: string | null;
  answer: Answer;
}

const headersOf = (context: ExecutionContext): FastifyReply => context.switchToHttp().getResponse<FastifyReply>();

/** The opaque token goes into a header that never leaves the house, so that no page's script reads it in the body. */
@Injectable()
export class SessionBegins implements NestInterceptor<Begun<object>> {
  intercept(context: ExecutionContext, next: CallHandler<Begun<object>>): Observable<unknown> {
    return next.handle().pipe(
      map(({ token, answer }) => {
        if (token !== null) {
          void headersOf(context).header(sessionHeader, token);
        }
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
