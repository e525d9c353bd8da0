import { evidenceKinds } from '@dengke/contract';
import type { Evidence, EvidenceKind, PlainDate } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, MinLength } from 'class-validator';
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
