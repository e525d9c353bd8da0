import { organisationKinds, windowOutcomes, windowStates } from '@dengke/contract';
import type {
  CollectionWindow,
  EarlierCutOff,
  Instant,
  OrganisationKind,
  PlainDate,
  WindowAccount,
  WindowOutcome,
  WindowState,
} from '@dengke/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Matches, Max, Min, MinLength, ValidateNested } from 'class-validator';
import { Line } from '../drafts/registration-form.dto';

/** Names a window in addresses and in Temporal; `public` is the page of all. */
export const windowId = /^(?!public$)[a-z0-9][a-z0-9-]{2,39}$/;
const organisationId = /^[\w-]{1,64}$/;
export const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class EarlierCutOffDto implements Omit<EarlierCutOff, 'cutOffAt'> {
  @IsOptional() @Matches(organisationId) organisationId?: string;
  @IsOptional() @Matches(/^\d{2,6}$/) areaCode?: string;
  @Matches(day) cutOffOn!: PlainDate;
}

/** Days are Asia/Shanghai civil days, both ends included; instants follow from them (P11, P12). */
export class AnnounceDto implements Omit<CollectionWindow, 'announcedOn' | 'opensAt' | 'cutOffAt' | 'earlierCutOffs'> {
  @Matches(windowId) id!: string;
  @Line(80) @MinLength(1) name!: string;
  @IsInt() @Min(2000) @Max(2100) registrationYear!: number;
  @Matches(day) resultFrom!: PlainDate;
  @Matches(day) resultTo!: PlainDate;
  @Matches(day) opensOn!: PlainDate;
  @Matches(day) cutOffOn!: PlainDate;
  @Matches(day) paperFrom!: PlainDate;
  @Matches(day) paperTo!: PlainDate;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => EarlierCutOffDto)
  earlierCutOffs?: EarlierCutOffDto[];
}

export class WindowParam {
  @Matches(windowId) id!: string;
}

export class SheetParam extends WindowParam {
  @Matches(organisationId) organisationId!: string;
}

export class AccountQuery {
  @IsOptional() @Matches(organisationId) organisation?: string;
}

export class SettledCutOff implements EarlierCutOff {
  @ApiPropertyOptional() organisationId?: string;
  @ApiPropertyOptional() areaCode?: string;
  @ApiProperty({ format: 'date' }) cutOffOn!: PlainDate;
  @ApiProperty({ format: 'date-time' }) cutOffAt!: Instant;
}

export class WindowView implements CollectionWindow {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() registrationYear!: number;
  @ApiProperty({ format: 'date' }) resultFrom!: PlainDate;
  @ApiProperty({ format: 'date' }) resultTo!: PlainDate;
  @ApiProperty({ format: 'date' }) announcedOn!: PlainDate;
  @ApiProperty({ format: 'date-time' }) opensAt!: Instant;
  @ApiProperty({ format: 'date' }) cutOffOn!: PlainDate;
  @ApiProperty({ format: 'date-time' }) cutOffAt!: Instant;
  @ApiProperty({ format: 'date' }) paperFrom!: PlainDate;
  @ApiProperty({ format: 'date' }) paperTo!: PlainDate;
  @ApiProperty({ type: [SettledCutOff] }) earlierCutOffs!: EarlierCutOff[];
  @ApiProperty({ enum: Object.keys(windowStates) }) state!: WindowState;
  /** For `seenVersion`. */
  @ApiProperty() version!: number;
}

const count = { type: 'integer' } as const;

export class WindowAccountDto implements WindowAccount {
  @ApiProperty() window!: string;
  @ApiProperty({ type: String, nullable: true }) organisationId!: string | null;
  @ApiProperty() entered!: number;
  @ApiProperty({
    type: 'object',
    required: [...windowOutcomes],
    properties: Object.fromEntries(windowOutcomes.map((outcome) => [outcome, count])),
  })
  outcomes!: Record<WindowOutcome, number>;
  /** By the code of the refusal. */
  @ApiProperty({ type: 'object', additionalProperties: count }) refusedAtSubmit!: Record<string, number>;
  @ApiProperty() residual!: number;
}

/** One level of a window: an organisation on the routes of what entered; null is the window as a whole. */
export class WindowLevelDto extends WindowAccountDto {
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ enum: organisationKinds, nullable: true }) kind!: OrganisationKind | null;
}

export class SheetLine {
  @ApiProperty() organisationId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() rows!: number;
  @ApiProperty({ format: 'date-time' }) frozenAt!: Instant;
  @ApiProperty() digest!: string;
  /** The sheet on paper, with the forms that it lists (S78). */
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) handedInAt!: Instant | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) receivedAt!: Instant | null;
}
