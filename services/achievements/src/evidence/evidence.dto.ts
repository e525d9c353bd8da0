import { evidenceKinds } from '@dengke/contract';
import type { Evidence, EvidenceKind, PlainDate } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { IsPlainDate, Line } from '../drafts/registration-form.dto';

export class EvidenceParam {
  @IsUUID() id!: string;
  @IsUUID() evidenceId!: string;
}

/** The fields that come with an evidence file. */
export class EvidenceFieldsDto {
  @IsIn(Object.keys(evidenceKinds)) kind!: EvidenceKind;
  @Line(80) @MinLength(1) number!: string;
  @IsPlainDate() issuedOn!: PlainDate;
}

export class UploadParam {
  @IsUUID() id!: string;
  @IsUUID() uploadId!: string;
}

/** What makes a finished upload evidence; `sha256` is of the file that was meant. */
export class UploadedEvidenceDto extends EvidenceFieldsDto {
  @IsUUID() uploadId!: string;
  @IsString() @MinLength(1) @MaxLength(255) fileName!: string;
  @Matches(/^[0-9a-f]{64}$/) sha256!: string;
}

export class EvidenceDto implements Evidence {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: Object.keys(evidenceKinds) }) kind!: EvidenceKind;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'date' }) issuedOn!: PlainDate;
  @ApiProperty() fileName!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty() bytes!: number;
  @ApiProperty() sha256!: string;
}

/** For the OpenAPI document: what the multipart body of an upload holds. */
export const uploadSchema = {
  schema: {
    type: 'object',
    required: ['kind', 'number', 'issuedOn', 'file'],
    properties: {
      kind: { type: 'string', enum: Object.keys(evidenceKinds) },
      number: { type: 'string', maxLength: 80 },
      issuedOn: { type: 'string', format: 'date' },
      file: { type: 'string', format: 'binary' },
    },
  },
};
