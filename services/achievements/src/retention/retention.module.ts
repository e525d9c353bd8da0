import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module';
import { DisposingController } from './disposing.controller';
import { DisposingService } from './disposing.service';

/** How long what is kept, and its disposal afterwards. */
@Module({
  imports: [EvidenceModule],
  controllers: [DisposingController],
  providers: [DisposingService],
})
export class RetentionModule {}
