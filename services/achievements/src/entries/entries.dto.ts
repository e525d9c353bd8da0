import { entryStandings } from '@dengke/contract';
import type { EntryStanding, Instant } from '@dengke/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { ActDto } from '../submitting/submitting.dto';

/** `colleague`: a completer who is said to be of one's own unit. */
const kinds = ['unit', 'completer', 'colleague'] as const;
export type EntryKind = (typeof kinds)[number];
const party = /^(unit|person|completer)\/[\w-]{1,64}$/;

export class ConfirmEntryDto {
  /** Which one, by its `party`. */
  @Matches(party) entry!: string;
}
export class DisputeDto extends ConfirmEntryDto {
  @IsString() @Length(1, 2000) reason!: string;
}
export class IdentifyDto extends ConfirmEntryDto {
  /** Which of the unit's people it is. */
  @Matches(/^[\w-]{1,64}$/) personId!: string;
}
export class SettleDisputeDto extends ActDto {
  @Matches(party) entry!: string;
}

/** What was said of an entry: that it is disputed and why, what the unit or the department says to it. */
export class EntryWord {
  @ApiProperty({ enum: ['confirmEntry', 'dispute', 'settleDispute'] }) act!: string;
  @ApiProperty({ format: 'date-time' }) at!: Instant;
  /** Null where nothing was said, or it was erased. */
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

export class EntryView {
  @ApiProperty() serial!: string;
  @ApiProperty() party!: string;
  @ApiProperty({ enum: kinds }) as!: EntryKind;
  @ApiProperty({ enum: entryStandings }) standing!: EntryStanding;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt!: Instant | null;
  /** Its place among the units or completers, from 1; null where the form names the party no more. */
  @ApiProperty({ type: Number, nullable: true }) rank!: number | null;
  /** The entry as it stands in the form. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) entry!: Record<string, unknown> | null;
}
/** With all that was said of it. */
export class EntryPage extends EntryView {
  @ApiProperty({ type: [EntryWord] }) words!: EntryWord[];
}
/** All that whoever is named sees of a submission. */
export class OwnEntry extends EntryView {
  /** Of the achievement. */
  @ApiProperty() name!: string;
  /** Whether it can still be disputed: the unit has not released it. */
  @ApiProperty() open!: boolean;
  /** Of a colleague's: who he is by what the unit has said; then he answers himself. */
  @ApiProperty({ type: String, nullable: true }) personId!: string | null;
}
export class OwnEntryPage extends OwnEntry {
  @ApiProperty({ type: [EntryWord] }) words!: EntryWord[];
}
