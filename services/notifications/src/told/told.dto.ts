import type { Instant, MessageTold } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { Mail, MailState } from '../mail/mail.entity';

export class AboutParam {
  @Matches(/^\d{4}-\d{6}$/) serial!: string;
}

export class MessageToldDto implements MessageTold {
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  @ApiProperty() kind!: string;
  @ApiProperty({ description: 'Id of a person' }) recipientId!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt!: Instant | null;
  @ApiProperty({ type: String, nullable: true, description: 'State of the mail of its own; null without one' }) mail!: string | null;
}

export class ToldDto {
  @ApiProperty() readonly messages!: number;
  @ApiProperty() readonly reminders!: number;
  @ApiProperty() readonly digests!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) readonly mails!: Record<MailState, number>;
}

export class DeadMailDto {
  @ApiProperty() readonly id!: number;
  @ApiProperty() readonly eventKey!: string;
  @ApiProperty({ description: 'Id of a person' }) readonly recipient!: string;
  @ApiProperty({ nullable: true, type: String }) readonly lastAnswer!: string | null;
  @ApiProperty() readonly attempts!: number;

  static of({ id, eventKey, recipientId, lastAnswer, attempts }: Mail): DeadMailDto {
    return { id, eventKey, recipient: recipientId, lastAnswer, attempts };
  }
}
