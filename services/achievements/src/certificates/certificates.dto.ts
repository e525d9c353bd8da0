import { certificateStandings, categories, certificateSentence, verificationOutcomes } from '@dengke/contract';
import type { CertificateKey, CertificateStanding, Category, Instant, PlainDate, VerificationOutcome } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Given } from '../drafts/registration-form.dto';

export class NumberParam {
  /** 登记号 (P34). */
  @Matches(/^\d{3}(19|20)\d{2}[YJR]\d{4}$/) number!: string;
}

export class VersionQuery {
  /** The newest unless given. */
  @Given() @Type(() => Number) @IsInt() @Min(1) @Max(10_000) version?: number;
}

export class VerificationQuery extends VersionQuery {
  /** As the QR code has it. */
  @Given() @IsString() @MaxLength(4_000) @Matches(/^[\w.-]+$/) sealed?: string;
}

/** What is printed on a certificate, and nothing that is not public (P35, P38). */
export class PrintedCertificate {
  @ApiProperty() number!: string;
  @ApiProperty() version!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String] }) units!: string[];
  @ApiProperty({ type: [String] }) completers!: string[];
  @ApiProperty({ format: 'date' }) approvedOn!: PlainDate;
  @ApiProperty() registrar!: string;
}

export class CertificateVersion extends PrintedCertificate {
  @ApiProperty({ enum: Object.keys(categories) }) category!: Category;
  @ApiProperty() studyFrom!: string;
  @ApiProperty() studyTo!: string;
  @ApiProperty() digest!: string;
  @ApiProperty({ enum: Object.keys(certificateStandings) }) standing!: CertificateStanding;
  @ApiProperty({ format: 'date-time' }) issuedAt!: Instant;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt!: Instant | null;
}

export class VerificationDto {
  @ApiProperty() number!: string;
  @ApiProperty({ type: Number, nullable: true }) version!: number | null;
  @ApiProperty({ enum: verificationOutcomes }) outcome!: VerificationOutcome;
  /** The version that stands in its place. */
  @ApiProperty({ type: Number, nullable: true }) supersededBy!: number | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) cancelledOn!: PlainDate | null;
  /** As it was given out; null where nobody gave it out. */
  @ApiProperty({ type: PrintedCertificate, nullable: true }) certificate!: PrintedCertificate | null;
  @ApiProperty({ example: certificateSentence }) sentence!: string;
}

export class CertificateKeyDto implements CertificateKey {
  @ApiProperty() id!: string;
  /** Ed25519, SPKI in PEM. */
  @ApiProperty() publicKey!: string;
  @ApiProperty() current!: boolean;
}
