import { ApiProperty } from '@nestjs/swagger';
import type { Mail, MailState } from '../mail/mail.entity';

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
