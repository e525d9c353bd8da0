import { Type } from 'class-transformer';
import { IsDefined, IsEmail, IsIn, IsObject, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { organiserKinds, organiserScans } from '@dengke/contract';
import type { NamedContact, OrganiserForm, OrganiserKind, PlainDate } from '@dengke/contract';
import { IsPlainDate } from '../is-plain-date';

const Line =
  (longest: number): PropertyDecorator =>
  (target, property) =>
    [IsString(), Length(1, longest), Matches(/[\p{L}\p{N}]/u)].forEach((decorate) => decorate(target, property));

class ContactDto implements NamedContact {
  @Line(60) name!: string;
  @Matches(/^1\d{10}$/) mobile!: string;
}
class ContactWithMailDto extends ContactDto {
  @IsEmail() @MaxLength(200) mail!: string;
}

/** 组织管理部门申请表, every field of it (S82–S86). Comes as JSON beside the scans. */
export class OrganiserFormDto implements OrganiserForm {
  @Line(200) organiser!: string;
  @IsIn(Object.keys(organiserKinds)) kind!: OrganiserKind;
  @Line(300) address!: string;
  @Matches(/^\d{6}$/) postcode!: string;
  @Line(60) legalRepresentative!: string;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => ContactDto) leader!: ContactDto;
  @Line(60) department!: string;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => ContactWithMailDto) head!: ContactWithMailDto;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => ContactWithMailDto) staff!: ContactWithMailDto;
  /** Word for word (S85). */
  @IsString() @MaxLength(300) declaration!: string;
  @IsPlainDate()
  signedOn!: PlainDate;
}

const text = { type: 'string' };

/** For the OpenAPI document: what the multipart body holds. */
export const organiserUploadSchema = {
  schema: {
    type: 'object',
    required: ['form', ...organiserScans],
    properties: {
      form: {
        ...text,
        description: `JSON: organiser, kind (${Object.keys(organiserKinds).join(', ')}), address, postcode, legalRepresentative, leader {name, mobile}, department, head {name, mobile, mail}, staff {name, mobile, mail}, declaration, signedOn`,
      },
      ...Object.fromEntries(organiserScans.map((scan) => [scan, { ...text, format: 'binary' }])),
    },
  },
};
