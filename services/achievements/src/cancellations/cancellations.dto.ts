import { cancellationGrounds } from '@dengke/contract';
import type { CancellationGround, Instant } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { OfficialDocumentDto } from '../documents/document.dto';

/** The fields that come with the document. */
export class CancelDto {
  @IsIn(Object.keys(cancellationGrounds)) ground!: CancellationGround;
  @IsString() @Length(1, 2000) reason!: string;
}

/** For the OpenAPI document: what the multipart body holds. */
export const cancelSchema = {
  schema: {
    type: 'object',
    required: ['ground', 'reason', 'document'],
    properties: {
      ground: { type: 'string', enum: Object.keys(cancellationGrounds) },
      reason: { type: 'string', maxLength: 2000 },
      document: { type: 'string', format: 'binary' },
    },
  },
};

export class CancellationView {
  @ApiProperty() serial!: string;
  @ApiProperty() registrationNumber!: string;
  @ApiProperty({ enum: Object.keys(cancellationGrounds) }) ground!: CancellationGround;
  @ApiProperty({ format: 'date-time' }) cancelledAt!: Instant;
  @ApiProperty({ type: OfficialDocumentDto }) document!: OfficialDocumentDto;
}
