import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { IssuingModule } from '../certificates/issuing.module';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { DocumentsModule } from '../documents/documents.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { AskingService } from './asking.service';
import { CorrectingService } from './correcting.service';
import { CorrectionActsService } from './correction-acts.service';
import { CorrectionTimeService } from './correction-time.service';
import { CorrectionRelay } from './correction.relay';
import { CorrectionsActivities } from './corrections.activities';
import { CorrectionsController } from './corrections.controller';
import { CorrectionsService } from './corrections.service';
import { MovingCorrectionsService } from './moving-corrections.service';

/** 更正: what is registered is corrected as the unit asks and the department decides. */
@Module({
  imports: [ActsModule, IssuingModule, DeadlinesModule, DocumentsModule, SubmissionsModule],
  controllers: [CorrectionsController],
  providers: [
    AskingService,
    CorrectingService,
    CorrectionActsService,
    CorrectionTimeService,
    CorrectionsService,
    CorrectionsActivities,
    CorrectionRelay,
    MovingCorrectionsService,
  ],
  exports: [CorrectionActsService, CorrectionTimeService, MovingCorrectionsService],
})
export class CorrectionsModule {}
