import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module';
import { DeadlinesActivities } from './deadlines.activities';
import { DeadlinesController } from './deadlines.controller';
import { DeadlinesService } from './deadlines.service';
import { ExplanationsService } from './explanations.service';
import { WorkingDaysService } from './working-days.service';

@Module({
  imports: [SubmissionsModule],
  controllers: [DeadlinesController],
  providers: [DeadlinesService, DeadlinesActivities, ExplanationsService, WorkingDaysService],
  exports: [DeadlinesService, ExplanationsService, WorkingDaysService],
})
export class DeadlinesModule {}
