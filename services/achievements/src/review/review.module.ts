import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { ActsModule } from '../acts/acts.module';
import { EvidenceModule } from '../evidence/evidence.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { CheckListController } from './check-list.controller';
import { CheckListService } from './check-list.service';
import { ManyController } from './many.controller';
import { PaperController } from './paper.controller';
import { ReportUpController } from './report-up.controller';
import { DecisionController } from './decision.controller';
import { DeskController } from './desk.controller';
import { ReviewService } from './review.service';
import { SecrecyController } from './secrecy.controller';
import { SecrecyService } from './secrecy.service';

/** All that desks do, online and on paper, up to the ministry's. */
@Module({
  imports: [ActsModule, EvidenceModule, SubmissionsModule],
  controllers: [
    ManyController,
    DeskController,
    CheckListController,
    DecisionController,
    SecrecyController,
    PaperController,
    ReportUpController,
  ],
  providers: [ReviewService, CheckListService, SecrecyService, AccountsClient],
})
export class ReviewModule {}
