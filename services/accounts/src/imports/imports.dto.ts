import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IssuedCredentialDto } from '../credentials/credentials.dto';
import { DeliveryDto } from '../first-passwords/delivery';
import { faultCodes } from './row-faults';
import type { FaultCode, RowFault } from './row-faults';

export class ImportQueryDto {
  /** Looks only: the same report, and nothing is written. */
  @IsOptional() @IsIn(['true', 'false']) dryRun?: 'true' | 'false';
}

export class PeopleImportQueryDto extends IntersectionType(ImportQueryDto, DeliveryDto) {}

class RowFaultDto implements RowFault {
  @ApiProperty() row!: number;
  @ApiProperty() field!: string;
  @ApiProperty({ type: String, nullable: true }) label!: string | null;
  @ApiProperty({ enum: faultCodes }) code!: FaultCode;
  @ApiProperty({ enum: ['error', 'warning'] }) severity!: 'error' | 'warning';
  @ApiProperty() sentence!: string;
}

/** The same for the dry run and for the act; with errors the act is refused, and this report stands in its details. */
export class ImportReportDto {
  @ApiProperty() rows!: number;
  @ApiProperty({ type: [RowFaultDto] }) faults!: RowFault[];
}

export class ImportedUnitsDto extends ImportReportDto {
  /** One a row, in their order; none in a dry run. */
  @ApiProperty({ type: [String] }) organisationIds!: string[];
}

export class ImportedPeopleDto extends ImportReportDto {
  /** One a row, in their order, with first passwords in the first answer alone (P8); none in a dry run. */
  @ApiProperty({ type: [IssuedCredentialDto] }) people!: IssuedCredentialDto[];
}

/** For the OpenAPI document: what the multipart body holds. */
export const sheetUpload = {
  schema: { type: 'object', required: ['sheet'], properties: { sheet: { type: 'string', format: 'binary' } } },
};
