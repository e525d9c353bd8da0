import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { ActsModule } from '../acts/acts.module';
import { PaperController } from './paper.controller';
import { ReportUpController } from './report-up.controller';
import { DecisionController } from './decision.controller';
import { DeskController } from './desk.controller';
import { ReviewService } from './review.service';

/** All that desks do, online and on paper, up to the ministry's. */
@Module({
  imports: [ActsModule],
  controllers: [DeskController, DecisionController, PaperController, ReportUpController],
  providers: [ReviewService, AccountsClient],
})
export class ReviewModule {}
