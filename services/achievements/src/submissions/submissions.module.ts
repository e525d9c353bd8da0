import { Module } from '@nestjs/common';
import { SubmissionsController } from './submissions.controller';
import { SubmissionPagesService } from './submission-pages.service';
import { SubmissionsService } from './submissions.service';

@Module({
  controllers: [SubmissionsController],
  providers: [SubmissionsService, SubmissionPagesService],
  exports: [SubmissionsService, SubmissionPagesService],
})
export class SubmissionsModule {}
