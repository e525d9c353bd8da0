import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { importFaultCodes, registerFields } from './register-rows';
import type { ImportFault, ImportFaultCode, RegisterField } from './register-rows';

export class RegisterImportQuery {
  /** Looks only: the same report, and nothing is written. */
  @IsOptional() @IsIn(['true', 'false']) dryRun?: 'true' | 'false';
}

export class ImportFaultDto implements ImportFault {
  @ApiProperty() row!: number;
  @ApiProperty({ enum: registerFields }) field!: RegisterField;
  @ApiProperty({ enum: importFaultCodes }) code!: ImportFaultCode;
  @ApiProperty({ enum: ['error', 'warning'] }) severity!: 'error' | 'warning';
  @ApiProperty() sentence!: string;
}

/** The same for the dry run and for the act; with errors the act is refused, and this report stands in its details. */
export class RegisterImportDto {
  @ApiProperty() rows!: number;
  @ApiProperty({ type: [ImportFaultDto] }) faults!: ImportFault[];
  /** Null in a dry run. */
  @ApiProperty({ type: String, nullable: true }) importId!: string | null;
}

/** For the OpenAPI document: what the multipart body holds, an xlsx or a JSON file. */
export const registerUpload = {
  schema: { type: 'object', required: ['sheet'], properties: { sheet: { type: 'string', format: 'binary' } } },
};
