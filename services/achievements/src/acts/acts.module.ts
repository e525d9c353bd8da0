import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { readRegistrar, REGISTRAR } from '../registrations/registrar';
import { PublicationService } from '../publicity/publication.service';
import { ActsActivities } from './acts.activities';
import { ActsService } from './acts.service';
import { ManyActsService } from './many-acts.service';
import { SubmissionRelay } from './submission.relay';
import { SubmissionRows } from './submission-rows';
import { WaitsService } from './waits.service';

@Module({
  imports: [DeadlinesModule],
  providers: [
    ActsService,
    ManyActsService,
    SubmissionRows,
    WaitsService,
    PublicationService,
    ActsActivities,
    SubmissionRelay,
    { provide: REGISTRAR, useFactory: readRegistrar },
  ],
  exports: [ActsService, ManyActsService],
})
export class ActsModule {}
