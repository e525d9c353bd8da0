import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/drafts.module';
import { BlobStore } from './blob-store';
import { EvidenceController } from './evidence.controller';
import { SubmissionsModule } from '../submissions/submissions.module';
import { SubmittedEvidenceController } from './submitted-evidence.controller';
import { EvidenceService } from './evidence.service';

@Module({
  imports: [DraftsModule, SubmissionsModule],
  controllers: [EvidenceController, SubmittedEvidenceController],
  providers: [EvidenceService, BlobStore],
  exports: [EvidenceService],
})
export class EvidenceModule {}
