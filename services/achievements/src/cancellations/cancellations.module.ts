import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { IssuingModule } from '../certificates/issuing.module';
import { CorrectionsModule } from '../corrections/corrections.module';
import { DocumentsModule } from '../documents/documents.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { CancellationsController } from './cancellations.controller';
import { CancellationsService } from './cancellations.service';

@Module({
  imports: [ActsModule, IssuingModule, CorrectionsModule, DocumentsModule, SubmissionsModule],
  controllers: [CancellationsController],
  providers: [CancellationsService],
})
export class CancellationsModule {}
