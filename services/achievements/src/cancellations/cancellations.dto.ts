import { cancellationGrounds, wrongs } from '@dengke/contract';
import type { CancellationGround, Instant } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, MinLength } from 'class-validator';
import { OfficialDocumentDto } from '../documents/document.dto';
import { Line } from '../drafts/registration-form.dto';

/** The fields that come with the document. */
export class CancelDto {
  @IsIn(Object.keys(wrongs)) ground!: keyof typeof wrongs;
  @IsString() @Length(1, 2000) reason!: string;
}

/** Of what is classified: no file and no words, only which document says so (P17). */
export class CancelClassifiedDto {
  /** 文号. */
  @Line(60) @MinLength(1) documentNumber!: string;
}

/** For the OpenAPI document: what the multipart body holds. */
export const cancelSchema = {
  schema: {
    type: 'object',
    required: ['ground', 'reason', 'document'],
    properties: {
      ground: { type: 'string', enum: Object.keys(wrongs) },
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
  /** Null of what is classified. */
  @ApiProperty({ type: OfficialDocumentDto, nullable: true }) document!: OfficialDocumentDto | null;
  /** 文号, of what is classified. */
  @ApiProperty({ type: String, nullable: true }) documentNumber!: string | null;
}
