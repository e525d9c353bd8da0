import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { messageTopics } from '@dengke/contract';
import type { MessageTopic } from '@dengke/contract';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

export class QuietHoursDto {
  @ApiProperty({ example: '22:00' })
  @Matches(CLOCK)
  readonly beginAt!: string;

  @ApiProperty({ description: 'Earlier than the beginning: of the next day', example: '07:00' })
  @Matches(CLOCK)
  readonly endAt!: string;
}

export class TopicChoiceDto {
  @ApiProperty({ enum: messageTopics })
  @IsIn(messageTopics)
  readonly topic!: MessageTopic;

  @ApiProperty()
  @IsBoolean()
  readonly mail!: boolean;

  @ApiProperty()
  @IsBoolean()
  readonly sms!: boolean;
}

export class ChooseChannelsDto {
  @ApiProperty({ type: [TopicChoiceDto], description: 'Topics that are not named stay as they are' })
  @ArrayMaxSize(messageTopics.length)
  @ArrayUnique(({ topic }: TopicChoiceDto) => topic)
  @ValidateNested({ each: true })
  @Type(() => TopicChoiceDto)
  readonly topics!: TopicChoiceDto[];

  @ApiProperty({ type: QuietHoursDto, nullable: true, description: 'By the clock of Shanghai; null: none' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuietHoursDto)
  readonly quiet: QuietHoursDto | null = null;
}

export class TopicDto extends TopicChoiceDto {
  @ApiProperty() readonly label!: string;
  @ApiProperty({ description: 'False: its mails come whatever is chosen' }) readonly mailMayBeLeft!: boolean;
}

export class ChannelsDto {
  @ApiProperty({ type: [TopicDto] }) readonly topics!: TopicDto[];
  @ApiProperty({ type: QuietHoursDto, nullable: true }) readonly quiet!: QuietHoursDto | null;
  @ApiProperty({ description: 'The address was refused for good: nothing is mailed until it is changed or confirmed' })
  readonly mailRefused!: boolean;
}

export class UnsubscribeDto {
  @ApiProperty() @Matches(/^[\w.-]{1,400}$/) readonly token!: string;
}

export class UnsubscribedDto {
  @ApiProperty({ enum: messageTopics }) readonly topic!: MessageTopic;
}
