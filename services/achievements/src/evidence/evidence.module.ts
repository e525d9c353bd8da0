import { BlobStore, fileProviders } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { AchievementsConfig } from '../config';
import { DraftsModule } from '../drafts/drafts.module';
import { EvidenceController } from './evidence.controller';
import { VersionsModule } from '../versions/versions.module';
import { SubmittedEvidenceController } from './submitted-evidence.controller';
import { EvidenceService } from './evidence.service';
import { LeavingFiles } from './leaving-files.service';
import { ScansService } from './scans.service';
import { EvidenceUpkeep } from './upkeep.service';
import { UploadsController } from './uploads.controller';
import { UploadsService } from './uploads.service';

@Module({
  imports: [DraftsModule, VersionsModule],
  controllers: [EvidenceController, UploadsController, SubmittedEvidenceController],
  providers: [EvidenceService, UploadsService, ScansService, LeavingFiles, EvidenceUpkeep, ...fileProviders(AchievementsConfig)],
  exports: [EvidenceService, ScansService, LeavingFiles, BlobStore],
})
export class EvidenceModule {}
