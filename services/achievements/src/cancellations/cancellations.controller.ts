import type { Caller, Progress } from '@dengke/contract';
import { Act, ActKey, Allow, Download, Me, StepUp, UploadParts, Uploads } from '@dengke/service-kit';
import type { Downloadable, Parts } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProgressDto, SerialParam } from '../submitting/submitting.dto';
import { CancelClassifiedDto, cancelSchema, CancellationView } from './cancellations.dto';
import { CancellationsService } from './cancellations.service';

@ApiTags('cancellations')
@Controller('submissions/:serial')
export class CancellationsController {
  constructor(private readonly cancellations: CancellationsService) {}

  @Post('cancel')
  @HttpCode(200)
  @Act()
  @StepUp()
  @Allow('registration.cancel')
  @Uploads(cancelSchema)
  @ApiOperation({ summary: 'Cancel a registration, with ground, reason and document (pdf, jpg, png)' })
  @ApiOkResponse({ type: ProgressDto })
  cancel(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { serial }: SerialParam,
    @UploadParts({ field: 8_000 }) parts: Parts,
  ): Promise<Progress> {
    return this.cancellations.cancel(me, key, serial, parts);
  }

  @Post('cancel-classified')
  @HttpCode(200)
  @Act()
  @StepUp()
  @Allow('registration.cancel')
  @ApiOperation({ summary: 'Cancel a registration that is classified, by the number of a document alone; ends a suspicion of secrecy' })
  @ApiOkResponse({ type: ProgressDto })
  cancelClassified(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { serial }: SerialParam,
    @Body() dto: CancelClassifiedDto,
  ): Promise<Progress> {
    return this.cancellations.cancelClassified(me, key, serial, dto);
  }

  @Get('cancellation')
  @Allow('submission.read')
  @ApiOperation({ summary: 'On which ground it was cancelled, and when' })
  @ApiOkResponse({ type: CancellationView })
  view(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<CancellationView> {
    return this.cancellations.view(me, serial);
  }

  @Get('cancellation/document')
  @Allow('submission.read')
  @Download()
  @ApiOperation({ summary: 'The document it rests on, always as a download' })
  document(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<Downloadable> {
    return this.cancellations.document(me, serial);
  }
}
