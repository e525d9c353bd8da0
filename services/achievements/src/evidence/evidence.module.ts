import { BlobStore, SecurityClock } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { AchievementsConfig } from '../config';
import { DraftsModule } from '../drafts/drafts.module';
import { EvidenceController } from './evidence.controller';
import { VersionsModule } from '../versions/versions.module';
import { SubmittedEvidenceController } from './submitted-evidence.controller';
import { EvidenceService } from './evidence.service';

@Module({
  imports: [DraftsModule, VersionsModule],
  controllers: [EvidenceController, SubmittedEvidenceController],
  providers: [
    EvidenceService,
    {
      provide: BlobStore,
      inject: [AchievementsConfig, SecurityClock],
      useFactory: ({ filesDir }: AchievementsConfig, clock: SecurityClock) => new BlobStore(filesDir, clock),
    },
  ],
  exports: [EvidenceService],
})
export class EvidenceModule {}
