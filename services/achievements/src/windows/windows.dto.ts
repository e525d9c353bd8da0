import type { CollectionWindow, EarlierCutOff, Instant, PlainDate, WindowState } from '@dengke/contract';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class EarlierCutOffDto implements Omit<EarlierCutOff, 'cutOffAt'> {
  @IsOptional() @IsString() @Length(1, 64) organisationId?: string;
  @IsOptional() @Matches(/^\d{2,6}$/) areaCode?: string;
  @Matches(day) cutOffOn!: PlainDate;
}

/** Days are Asia/Shanghai civil days, both ends included; instants follow from them (P11, P12). */
export class AnnounceDto implements Omit<CollectionWindow, 'announcedOn' | 'opensAt' | 'cutOffAt' | 'earlierCutOffs'> {
  @Matches(/^[a-z0-9][a-z0-9-]{2,39}$/) id!: string;
  @IsString() @Length(1, 80) name!: string;
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
  @Matches(/^[a-z0-9][a-z0-9-]{2,39}$/) id!: string;
}

export class SheetParam extends WindowParam {
  @Matches(/^[\w-]{1,64}$/) organisationId!: string;
}

export class AccountQuery {
  @IsOptional() @Matches(/^[\w-]{1,64}$/) organisation?: string;
}

export interface WindowView extends CollectionWindow {
  state: WindowState;
}

export interface SheetLine {
  organisationId: string;
  rows: number;
  frozenAt: Instant;
  digest: string;
}
