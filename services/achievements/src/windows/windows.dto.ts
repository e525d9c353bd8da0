import type { CollectionWindow, EarlierCutOff, Instant, PlainDate, WindowState } from '@dengke/contract';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Matches, Max, Min, MinLength, ValidateNested } from 'class-validator';
import { Line } from '../drafts/registration-form.dto';

/** Names a window in addresses and in Temporal. */
export const windowId = /^[a-z0-9][a-z0-9-]{2,39}$/;
const organisationId = /^[\w-]{1,64}$/;
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

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

export interface WindowView extends CollectionWindow {
  state: WindowState;
}

export interface SheetLine {
  organisationId: string;
  rows: number;
  frozenAt: Instant;
  digest: string;
}
