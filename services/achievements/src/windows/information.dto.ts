import type { Instant, PlainDate } from '@dengke/contract';
import { windowStates } from '@dengke/contract';
import type { WindowState } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsUrl, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Line } from '../drafts/registration-form.dto';
import type { WindowContact, WindowManual } from './window-information.entity';

const phone = /^[\d+() -]{5,30}$/;

export class ContactDto implements WindowContact {
  @Line(60) @MinLength(1) office!: string;
  @Matches(phone) phone!: string;
  @Line(200) address!: string;
}

export class ManualDto implements WindowManual {
  @Line(100) @MinLength(1) title!: string;
  @IsUrl({ protocols: ['https'], require_protocol: true }) @MaxLength(500) url!: string;
}

export class InformDto {
  @IsArray() @ArrayMaxSize(10) @ValidateNested({ each: true }) @Type(() => ContactDto) contacts!: ContactDto[];
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => ManualDto) manuals!: ManualDto[];
}

export class InformationView {
  @ApiProperty({ type: [ContactDto] }) contacts!: WindowContact[];
  @ApiProperty({ type: [ManualDto] }) manuals!: WindowManual[];
}

export class PublicCutOff {
  @ApiProperty({ description: 'For whom: an organisation’s name, or an area' }) of!: string;
  @ApiProperty({ format: 'date' }) cutOffOn!: PlainDate;
}

export class PublicWindowView extends InformationView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() registrationYear!: number;
  @ApiProperty({ format: 'date' }) resultFrom!: PlainDate;
  @ApiProperty({ format: 'date' }) resultTo!: PlainDate;
  @ApiProperty({ format: 'date' }) opensOn!: PlainDate;
  @ApiProperty({ format: 'date' }) cutOffOn!: PlainDate;
  @ApiProperty({ format: 'date-time', description: 'The first instant that is too late' }) cutOffAt!: Instant;
  @ApiProperty({ format: 'date' }) paperFrom!: PlainDate;
  @ApiProperty({ format: 'date' }) paperTo!: PlainDate;
  @ApiProperty({ type: [PublicCutOff] }) earlierCutOffs!: PublicCutOff[];
  @ApiProperty({ enum: Object.keys(windowStates) }) state!: WindowState;
  @ApiProperty({ description: 'Whether a submission can enter now' }) takesSubmissions!: boolean;
}
