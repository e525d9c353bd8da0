import { Module } from '@nestjs/common';
import { IssuingModule } from '../certificates/issuing.module';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { ActsActivities } from './acts.activities';
import { ActsService } from './acts.service';
import { ManyActsService } from './many-acts.service';
import { SubmissionRelay } from './submission.relay';
import { SubmissionRows } from './submission-rows';
import { WaitsService } from './waits.service';

@Module({
  imports: [DeadlinesModule, IssuingModule],
  providers: [ActsService, ManyActsService, SubmissionRows, WaitsService, ActsActivities, SubmissionRelay],
  exports: [ActsService, ManyActsService],
})
export class ActsModule {}
