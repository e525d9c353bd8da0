import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { Instant } from '@dengke/contract';
import type { About, Message } from './message.entity';
import type { InboxPage } from './inbox.service';

const asBoolean = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export class InboxQueryDto {
  @ApiPropertyOptional({ description: 'true: only what has not been read' })
  @Transform(asBoolean)
  @IsOptional()
  @IsBoolean()
  readonly unread: boolean = false;

  @ApiPropertyOptional({ type: String, description: '`next` of the page before' })
  @IsOptional()
  @IsUUID()
  readonly cursor: string | null = null;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 20 })
  @Type(() => Number)
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit: number = 20;
}

export class MessageIdDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly id!: string;
}

export class MessageDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ description: '`submission.<act>` or `digest`' })
  readonly kind!: string;

  @ApiProperty({ description: 'One Chinese sentence' })
  readonly subject!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: Instant;

  @ApiProperty({ description: 'Ids of what it is about', type: 'object', additionalProperties: true })
  readonly about!: About;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  readonly readAt!: Instant | null;

  static of({ id, kind, subject, at, about, readAt }: Message): MessageDto {
    return { id, kind, subject, at, about, readAt };
  }
}

export class InboxPageDto {
  @ApiProperty({ type: [MessageDto] })
  readonly items!: MessageDto[];

  @ApiProperty({ nullable: true, type: String })
  readonly next!: string | null;

  static of({ items, next }: InboxPage): InboxPageDto {
    return { items: items.map((item) => MessageDto.of(item)), next };
  }
}

export class UnreadDto {
  @ApiProperty()
  readonly unread!: number;
}
