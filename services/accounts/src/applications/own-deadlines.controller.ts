import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { OwnDeadline, PlainDate } from '@dengke/contract';
import { Internal, Timeless } from '@dengke/service-kit';
import { WaitingService } from './waiting.service';

export class OwnDeadlinesQuery {
  @ApiProperty({ description: 'Id of a person' })
  @Matches(/^[\w-]{1,64}$/)
  readonly person!: string;
}

export class OwnDeadlineDto implements OwnDeadline {
  @ApiProperty() readonly deadlineId!: string;
  @ApiProperty({ example: 'organiserApplication/…' }) readonly subject!: string;
  @ApiProperty({ format: 'date' }) readonly dueOn!: PlainDate;
  @ApiProperty() readonly provisional!: boolean;
}

@ApiTags('internal')
@Controller('internal/deadlines')
@Internal()
@Timeless()
export class OwnDeadlinesController {
  constructor(private readonly waiting: WaitingService) {}

  @Get()
  @ApiOperation({ summary: 'The applications that one person has to decide, and by when' })
  @ApiOkResponse({ type: [OwnDeadlineDto] })
  of(@Query() { person }: OwnDeadlinesQuery): Promise<OwnDeadline[]> {
    return this.waiting.of(person);
  }
}
