import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module';
import { DeadlinesActivities } from './deadlines.activities';
import { DeadlinesController } from './deadlines.controller';
import { DeadlinesService } from './deadlines.service';
import { ExplanationsService } from './explanations.service';
import { DeadlinesLeftOpen } from './left-open';
import { WorkingDaysService } from './working-days.service';

@Module({
  imports: [SubmissionsModule],
  controllers: [DeadlinesController],
  providers: [DeadlinesService, DeadlinesActivities, ExplanationsService, WorkingDaysService, DeadlinesLeftOpen],
  exports: [DeadlinesService, ExplanationsService, WorkingDaysService],
})
export class DeadlinesModule {}
