import { BusinessClock, DisposalsController, Disposing, LeavingFiles, Ledger } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EvidenceModule } from '../evidence/evidence.module';
import { keptDrafts } from './kept-drafts';
import { keptRequests } from './kept-requests';
import { keptSubmissions } from './kept-submissions';
import { retention } from './retention';

/** A draft goes when its submissions have gone. */
const disposables = [...keptRequests, ...keptSubmissions, ...keptDrafts];

/** How long what is kept, and its disposal afterwards. */
@Module({
  imports: [EvidenceModule],
  controllers: [DisposalsController],
  providers: [
    {
      provide: Disposing,
      inject: [DataSource, Ledger, BusinessClock, LeavingFiles],
      useFactory: (database: DataSource, ledger: Ledger, clock: BusinessClock, leaving: LeavingFiles) =>
        new Disposing(database, ledger, clock, leaving, retention, disposables),
    },
  ],
})
export class RetentionModule {}
