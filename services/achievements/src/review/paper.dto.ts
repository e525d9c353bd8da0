import { IsBoolean, IsOptional } from 'class-validator';
import { ActDto } from '../submitting/submitting.dto';

export class HandInDto extends ActDto {
  /** To the desk that holds the submission, past those between: by the unit, of what was mended. */
  @IsOptional() @IsBoolean() direct?: boolean;
}
