import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { organiserKinds, organiserScans } from '@dengke/contract';
import type { OrganiserKind, OrganiserScan, PlainDate } from '@dengke/contract';
import { loginPattern } from '../credentials/login-pattern';
import { DeliveryDto } from '../first-passwords/delivery';
import { ApplicationPageDto, ApplicationProgressDto, WaitingApplicationDto } from '../applications/applications.dto';

export class ScanParam {
  @IsUUID() id!: string;
  @IsIn(organiserScans) scan!: OrganiserScan;
}

/** Who of the form holds the super administrator's login (S57). */
const holders = ['head', 'staff'] as const;

export class ApproveDto extends DeliveryDto {
  @ApiProperty() @Matches(loginPattern) login!: string;
  /** Of the form's people the one who gets the login. */
  @ApiProperty({ enum: holders }) @IsIn(holders) superAdmin!: (typeof holders)[number];
  /** GB/T 2260, two, four or six digits. */
  @ApiProperty() @Matches(/^\d{2}(\d{2}){0,2}$/) areaCode!: string;
  /** Of the office, not of a person. */
  @ApiProperty() @IsString() @Length(5, 30) contactPhone!: string;
}

export class ApprovedDto extends ApplicationProgressDto {
  @ApiProperty() organisationId!: string;
  @ApiProperty() personId!: string;
  @ApiProperty() login!: string;
  /** Shown this once and nowhere else; absent when the same key is sent again. */
  @ApiPropertyOptional() firstPassword?: string;
  @ApiProperty({ type: String, nullable: true }) firstPasswordExpiresAt!: string | null;
}

export class OrganiserApplicationDto extends WaitingApplicationDto {
  @ApiProperty() organiser!: string;
  @ApiProperty({ type: String, enum: Object.keys(organiserKinds) }) kind!: OrganiserKind;
  @ApiProperty({ type: String, nullable: true }) openedAt!: string | null;
}

/** Masked on the page; whole by an act that is recorded. */
export class NamedContactDto {
  @ApiProperty() name!: string;
  /** `139****1234` */
  @ApiProperty({ type: String, nullable: true }) mobile!: string | null;
  @ApiProperty({ type: String, nullable: true }) mail!: string | null;
}
export class OrganiserContactsDto {
  @ApiProperty() leader!: NamedContactDto;
  @ApiProperty() head!: NamedContactDto;
  @ApiProperty() staff!: NamedContactDto;
}
export class SimilarOrganiserDto {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
}
export class OrganiserScanDto {
  @ApiProperty({ enum: organiserScans }) scan!: OrganiserScan;
  @ApiProperty() fileName!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty() bytes!: number;
  @ApiProperty() sha256!: string;
}

export class OrganiserApplicationPageDto extends ApplicationPageDto {
  @ApiProperty() organiser!: string;
  @ApiProperty({ type: String, enum: Object.keys(organiserKinds) }) kind!: OrganiserKind;
  @ApiProperty() address!: string;
  @ApiProperty() postcode!: string;
  @ApiProperty() legalRepresentative!: string;
  @ApiProperty() leader!: NamedContactDto;
  @ApiProperty() department!: string;
  @ApiProperty() head!: NamedContactDto;
  @ApiProperty() staff!: NamedContactDto;
  /** The declaration accepted with it, word for word (S85). */
  @ApiProperty() declaration!: string;
  @ApiProperty({ type: String }) signedOn!: PlainDate;
  @ApiProperty({ type: String, nullable: true }) openedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) organisationId!: string | null;
  @ApiProperty({ type: [OrganiserScanDto] }) scans!: OrganiserScanDto[];
  /** Organisers of nearly this name. */
  @ApiProperty({ type: [SimilarOrganiserDto] }) similar!: SimilarOrganiserDto[];
}
