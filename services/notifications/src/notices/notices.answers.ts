import { ApiProperty } from '@nestjs/swagger';
import { feedbackFormNames, noticeCopyStates, noticeReaches, noticeStates } from '@dengke/contract';
import type { FeedbackForm, Instant, NoticeCopyState, NoticeReach, NoticeState, PlainDate } from '@dengke/contract';
import type { GapLevel, Missing, StepUp } from './gaps.service';
import type { CopyProgress, NoticeProgress } from './notice-facts';
import type { KeptFile } from './notice-files.service';
import type { AddresseeLine, NoticeLine, NoticePage } from './notices.service';
import type { PublicNotice, PublicNoticeLine } from './public-notices.service';

const states = Object.keys(noticeStates);
const copyStates = Object.keys(noticeCopyStates);
const Moment = () => ApiProperty({ format: 'date-time' });
const MaybeMoment = () => ApiProperty({ format: 'date-time', type: String, nullable: true });
const MaybeText = () => ApiProperty({ type: String, nullable: true });

export class NoticeProgressDto implements NoticeProgress {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ enum: states }) readonly state!: NoticeState;
  @ApiProperty() readonly lastFact!: number;
}
export class CopyProgressDto implements CopyProgress {
  @ApiProperty() readonly noticeId!: string;
  @ApiProperty() readonly organisationId!: string;
  @ApiProperty({ enum: copyStates }) readonly state!: NoticeCopyState;
  @MaybeMoment() readonly readAt!: Instant | null;
  @MaybeMoment() readonly signedAt!: Instant | null;
  @MaybeMoment() readonly forwardedAt!: Instant | null;
  @MaybeMoment() readonly answeredAt!: Instant | null;
}
export class AddresseeDto extends CopyProgressDto implements AddresseeLine {
  @ApiProperty() readonly name!: string;
  @MaybeMoment() readonly escalatedAt!: Instant | null;
}

export class NoticeFileDto implements KeptFile {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty() readonly fileName!: string;
  @ApiProperty() readonly mediaType!: string;
  @ApiProperty() readonly bytes!: number;
  @ApiProperty() readonly sha256!: string;
}

export class NoticeLineDto implements NoticeLine {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @MaybeText() readonly documentNumber!: string | null;
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly issuerId!: string;
  @ApiProperty() readonly issuer!: string;
  @ApiProperty({ enum: states }) readonly state!: NoticeState;
  @Moment() readonly issuedAt!: Instant;
  @MaybeText() readonly dueOn!: PlainDate | null;
  @ApiProperty() readonly isPublic!: boolean;
  @ApiProperty({ enum: copyStates, nullable: true }) readonly standing!: NoticeCopyState | null;
}
export class NoticeListDto {
  @ApiProperty({ type: [NoticeLineDto] }) readonly items!: NoticeLineDto[];
  @MaybeText() readonly next!: string | null;
}
export class EnclosedDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @MaybeText() readonly documentNumber!: string | null;
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly issuer!: string;
}
export class NoticePageDto extends NoticeLineDto implements NoticePage {
  @ApiProperty() readonly body!: string;
  @ApiProperty({ enum: feedbackFormNames, nullable: true }) readonly form!: FeedbackForm | null;
  @ApiProperty({ enum: noticeReaches }) readonly reach!: NoticeReach;
  @ApiProperty({ type: [NoticeFileDto] }) readonly annexes!: NoticeFileDto[];
  @ApiProperty({ type: [EnclosedDto] }) readonly encloses!: EnclosedDto[];
  @ApiProperty({ type: CopyProgressDto, nullable: true }) readonly own!: CopyProgressDto | null;
}

export class MissingDto implements Missing {
  @ApiProperty() readonly organisationId!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ enum: copyStates }) readonly state!: NoticeCopyState;
  @MaybeMoment() readonly escalatedAt!: Instant | null;
}
export class StepUpDto implements StepUp {
  @ApiProperty({ description: '1: the issuer; each further one the super administrator of who has heard of it, and the desk next above' })
  readonly step!: number;
  @Moment() readonly at!: Instant;
  @ApiProperty({ type: [String] }) readonly to!: string[];
}
export class GapLevelDto implements GapLevel {
  @ApiProperty({ format: 'uuid' }) readonly noticeId!: string;
  @MaybeText() readonly parentId!: string | null;
  @MaybeText() readonly documentNumber!: string | null;
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly issuerId!: string;
  @ApiProperty() readonly issuer!: string;
  @MaybeText() readonly dueOn!: PlainDate | null;
  @ApiProperty() readonly addressees!: number;
  @ApiProperty() readonly read!: number;
  @ApiProperty() readonly signed!: number;
  @ApiProperty() readonly forwarded!: number;
  @ApiProperty() readonly answered!: number;
  @ApiProperty({ type: [MissingDto], description: 'The first hundred' }) readonly missing!: MissingDto[];
  @ApiProperty({ example: '12个单位中9个已反馈，3个未反馈：…' }) readonly sentence!: string;
  @ApiProperty({ type: [StepUpDto] }) readonly escalations!: StepUpDto[];
}

export class OwnAnswerDto {
  @ApiProperty({ enum: feedbackFormNames }) readonly form!: FeedbackForm;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) readonly filledIn!: Record<string, string>;
  @Moment() readonly answeredAt!: Instant;
}

export class PublicNoticeLineDto implements PublicNoticeLine {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @MaybeText() readonly documentNumber!: string | null;
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly issuer!: string;
  @Moment() readonly issuedAt!: Instant;
  @MaybeText() readonly dueOn!: PlainDate | null;
}
export class PublicNoticeListDto {
  @ApiProperty({ type: [PublicNoticeLineDto] }) readonly items!: PublicNoticeLineDto[];
  @MaybeText() readonly next!: string | null;
}
export class PublicNoticeDto extends PublicNoticeLineDto implements PublicNotice {
  @ApiProperty() readonly body!: string;
  @ApiProperty({ type: [NoticeFileDto] }) readonly annexes!: NoticeFileDto[];
  @MaybeText() readonly enclosesId!: string | null;
}
