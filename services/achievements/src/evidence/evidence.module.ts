import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/drafts.module';
import { BlobStore } from './blob-store';
import { EvidenceController } from './evidence.controller';
import { EvidenceService } from './evidence.service';

@Module({ imports: [DraftsModule], controllers: [EvidenceController], providers: [EvidenceService, BlobStore], exports: [EvidenceService] })
export class EvidenceModule {}
