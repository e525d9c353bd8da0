import { Module } from '@nestjs/common';
import { ActsModule } from './acts/acts.module';
import { CalendarModule } from './calendar/calendar.module';
import { CancellationsModule } from './cancellations/cancellations.module';
import { CertificatesModule } from './certificates/certificates.module';
import { CodeListsModule } from './code-lists/code-lists.module';
import { CounterModule } from './counter/counter.module';
import { CorrectionsModule } from './corrections/corrections.module';
import { DecidedModule } from './decided/decided.module';
import { DeadlinesModule } from './deadlines/deadlines.module';
import { DraftsModule } from './drafts/drafts.module';
import { EntriesModule } from './entries/entries.module';
import { EvidenceModule } from './evidence/evidence.module';
import { ExtensionsModule } from './extensions/extensions.module';
import { FormsModule } from './forms/forms.module';
import { HandOversModule } from './hand-overs/hand-overs.module';
import { HouseModule } from './house/house.module';
import { ObjectionsModule } from './objections/objections.module';
import { LikenessesModule } from './likenesses/likenesses.module';
import { LimitsModule } from './limits/limits.module';
import { OpenWorkModule } from './open-work/open-work.module';
import { QueueModule } from './queue/queue.module';
import { OperationsModule } from './operations/operations.module';
import { OrganisationsModule } from './organisations/organisations.module';
import { PublicityModule } from './publicity/publicity.module';
import { RegisterImportsModule } from './register-imports/register-imports.module';
import { RegisterModule } from './register/register.module';
import { RemindersModule } from './reminders/reminders.module';
import { ReportUpsModule } from './report-ups/report-ups.module';
import { ReroutingModule } from './rerouting/rerouting.module';
import { ReschedulingModule } from './rescheduling/rescheduling.module';
import { RetentionModule } from './retention/retention.module';
import { ReviewModule } from './review/review.module';
import { StatisticsModule } from './statistics/statistics.module';
import { SubmissionsModule } from './submissions/submissions.module';
import { SubmittingModule } from './submitting/submitting.module';
import { VersionsModule } from './versions/versions.module';
import { WhatIfModule } from './what-if/what-if.module';
import { ConductingModule } from './windows/conducting.module';
import { WindowsModule } from './windows/windows.module';
import { WorkflowPayloadsModule } from './workflow-payloads/workflow-payloads.module';

/** The slices of achievements, in the order of the journey. */
@Module({
  imports: [
    DraftsModule,
    EvidenceModule,
    CodeListsModule,
    FormsModule,
    SubmittingModule,
    EntriesModule,
    ActsModule,
    ReviewModule,
    ReportUpsModule,
    CertificatesModule,
    CorrectionsModule,
    CancellationsModule,
    PublicityModule,
    ObjectionsModule,
    RegisterModule,
    RegisterImportsModule,
    StatisticsModule,
    LikenessesModule,
    SubmissionsModule,
    QueueModule,
    DecidedModule,
    VersionsModule,
    DeadlinesModule,
    ExtensionsModule,
    LimitsModule,
    CalendarModule,
    WindowsModule,
    ConductingModule,
    CounterModule,
    ReschedulingModule,
    WhatIfModule,
    RemindersModule,
    OrganisationsModule,
    OpenWorkModule,
    ReroutingModule,
    HandOversModule,
    RetentionModule,
    OperationsModule,
    WorkflowPayloadsModule,
    HouseModule,
  ],
})
export class AchievementsModule {}
