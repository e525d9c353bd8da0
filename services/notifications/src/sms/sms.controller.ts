import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Internal, Timeless } from '@dengke/service-kit';
import type { OutgoingSms } from './sms-port';
import { SmsSink } from './sms-sink';

export class KeptSmsDto implements OutgoingSms {
  @ApiProperty() readonly key!: string;
  @ApiProperty() readonly to!: string;
  @ApiProperty() readonly text!: string;
}

@ApiTags('internal')
@Controller('internal/sms')
@Internal()
@Timeless()
export class SmsController {
  constructor(private readonly sink: SmsSink) {}

  @Get()
  @ApiOperation({ summary: 'The last SMS that the sink was handed, for want of a provider' })
  @ApiOkResponse({ type: [KeptSmsDto] })
  kept(): readonly KeptSmsDto[] {
    return this.sink.last();
  }
}
