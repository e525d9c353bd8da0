import type { OwnDeadline, PlainDate } from '@dengke/contract';
import { Internal } from '@dengke/service-kit';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { OwnDeadlinesService } from './own-deadlines.service';

export class OwnDeadlinesQuery {
  @ApiProperty({ description: 'Id of a person' })
  @Matches(/^[\w-]{1,64}$/)
  readonly person!: string;

  @ApiProperty({ description: 'Ids of the organisations at whose desks the person sits, with commas between' })
  @Matches(/^[\w,-]{0,4000}$/)
  readonly desks!: string;
}

export class OwnDeadlineDto implements OwnDeadline {
  @ApiProperty() readonly deadlineId!: string;
  @ApiProperty({ example: 'submission/2023-000001' }) readonly subject!: string;
  @ApiProperty({ format: 'date' }) readonly dueOn!: PlainDate;
  @ApiProperty() readonly provisional!: boolean;
}

@ApiTags('internal')
@Controller('internal/deadlines')
@Internal()
export class OwnDeadlinesController {
  constructor(private readonly deadlines: OwnDeadlinesService) {}

  @Get()
  @ApiOperation({ summary: 'What one person has to do by when: of submissions and corrections, at his desks and in person' })
  @ApiOkResponse({ type: [OwnDeadlineDto] })
  of(@Query() { person, desks }: OwnDeadlinesQuery): Promise<OwnDeadline[]> {
    return this.deadlines.of(
      person,
      desks.split(',').filter((id) => id !== ''),
    );
  }
}
