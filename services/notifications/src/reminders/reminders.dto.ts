import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { PlainDate, Rung } from '@dengke/contract';
import type { NotedReminder } from './reminders.service';

export class RemindersQueryDto {
  @ApiProperty({ example: '2023-08-18' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly on!: PlainDate;
}

export class ReminderDto {
  @ApiProperty() readonly deadlineId!: string;
  @ApiProperty({ type: String }) readonly rung!: Rung;
  @ApiProperty({ description: 'Id of a person' }) readonly recipient!: string;
  @ApiProperty() readonly on!: PlainDate;
  @ApiProperty({ description: 'The day whose digest told it', nullable: true, type: String }) readonly digestOn!: PlainDate | null;

  static of({ deadlineId, rung, recipientId, remindedOn, digestOn }: NotedReminder): ReminderDto {
    return { deadlineId, rung, recipient: recipientId, on: remindedOn, digestOn };
  }
}
