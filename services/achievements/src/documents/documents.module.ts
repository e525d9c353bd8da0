import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module';
import { OfficialDocumentsService } from './official-documents.service';

@Module({ imports: [EvidenceModule], providers: [OfficialDocumentsService], exports: [OfficialDocumentsService] })
export class DocumentsModule {}
