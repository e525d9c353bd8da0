import { applyDecorators, Header, Injectable, StreamableFile, UseInterceptors } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor, Type } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { mergeMap } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Caller } from '@dengke/contract';
import { attachmentNamed } from '@dengke/service-kit';
import type { HouseRequest } from '@dengke/service-kit';
import type { DeliveryDto, FirstPassword } from './delivery';
import { SlipsService } from './slips.service';

/** An answer to one, or to a list of people. */
type Answer = FirstPassword | { people: FirstPassword[] };

/** Where the issuer asks for the slip, the answer with the first password becomes it; one without, e.g. to a repeated key, stays what it is. */
@Injectable()
export class SlipInterceptor implements NestInterceptor<Answer> {
  constructor(private readonly slips: SlipsService) {}

  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<unknown> {
    const { body, query, caller } = context.switchToHttp().getRequest<HouseRequest>();
    // What the act was told: an import has it in the query, having no other body than its sheet.
    const { delivery } = (body ?? query) as DeliveryDto;
    return delivery === 'slip' ? next.handle().pipe(mergeMap((answer) => this.slipOf(caller as Caller, answer))) : next.handle();
  }

  private async slipOf(me: Caller, answer: Answer): Promise<unknown> {
    const issued = ('people' in answer ? answer.people : [answer]).flatMap((one) => {
      const { firstPassword } = one;
      return firstPassword === undefined ? [] : [{ ...one, firstPassword }];
    });
    if (issued.length === 0) {
      return answer;
    }
    const pdf = await this.slips.print(me, issued);
    return new StreamableFile(pdf, { type: 'application/pdf', length: pdf.length, disposition: attachmentNamed('登录账号交接单.pdf') });
  }
}

/** For the routes whose answer has a first password: with `delivery: slip` it is the slip to print. No browser keeps either. */
export const ShowsFirstPassword = (status: 200 | 201, answer: Type<Answer>) =>
  applyDecorators(
    UseInterceptors(SlipInterceptor),
    Header('cache-control', 'private, no-store'),
    Header('x-content-type-options', 'nosniff'),
    ApiExtraModels(answer),
    ApiResponse({
      status,
      description: 'With `delivery: slip` the first answer is the slip',
      content: {
        'application/json': { schema: { $ref: getSchemaPath(answer) } },
        'application/pdf': { schema: { type: 'string', format: 'binary' } },
      },
    }),
  );
