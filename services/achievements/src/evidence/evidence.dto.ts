import { evidenceKinds } from '@dengke/contract';
import type { EvidenceKind, PlainDate } from '@dengke/contract';
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
