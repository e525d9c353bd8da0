import { IsInt, Max, Min, MinLength } from 'class-validator';
import { Line } from '../drafts/registration-form.dto';
import { ActDto } from '../submitting/submitting.dto';

/** Beyond this nobody waits any more, he starts anew. */
const MOST_DAYS = 60;

export class ExtendDto extends ActDto {
  /** Of the limit’s kind, working or calendar days, added to those it has. */
  @IsInt() @Min(1) @Max(MOST_DAYS) days!: number;
  @Line(500) @MinLength(1) declare reason: string;
}
