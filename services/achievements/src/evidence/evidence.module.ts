import { BlobStore, fileProviders, LeavingFiles } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import type { FactoryProvider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AchievementsConfig } from '../config';
import { DraftsModule } from '../drafts/drafts.module';
import { EvidenceController } from './evidence.controller';
import { VersionsModule } from '../versions/versions.module';
import { SubmittedEvidenceController } from './submitted-evidence.controller';
import { EvidenceService } from './evidence.service';
import { HELD } from './held-files';
import { ScansService } from './scans.service';
import { EvidenceUpkeep } from './upkeep.service';
import { UploadsController } from './uploads.controller';
import { UploadsService } from './uploads.service';

const leavingFiles: FactoryProvider = {
  provide: LeavingFiles,
  inject: [DataSource, BlobStore],
  useFactory: (database: DataSource, blobs: BlobStore) => new LeavingFiles(database, blobs, HELD),
};

@Module({
  imports: [DraftsModule, VersionsModule],
  controllers: [EvidenceController, UploadsController, SubmittedEvidenceController],
  providers: [EvidenceService, UploadsService, ScansService, leavingFiles, EvidenceUpkeep, ...fileProviders(AchievementsConfig)],
  exports: [EvidenceService, ScansService, LeavingFiles, BlobStore],
})
export class EvidenceModule {}
