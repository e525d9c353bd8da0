import { evidenceKinds } from '@dengke/contract';
import type { EvidenceKind, PlainDate } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { plainToInstance } from 'class-transformer';
import { IsIn, IsUUID, MinLength, validateSync } from 'class-validator';
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

/** The same judgement as for a JSON body; a multipart one does not pass through the pipe. @throws DomainError INVALID_INPUT */
export function evidenceFields(given: Record<string, unknown>): EvidenceFieldsDto {
  const fields = plainToInstance(EvidenceFieldsDto, given);
  const errors = validateSync(fields, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) {
    const faults = errors.flatMap(({ property, constraints }) =>
      Object.keys(constraints ?? {}).map((reason) => ({ field: property, reason })),
    );
    throw new DomainError('INVALID_INPUT', { fields: faults });
  }
  return fields;
}
