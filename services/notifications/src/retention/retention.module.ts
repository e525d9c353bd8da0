import { BlobStore, BusinessClock, DisposalsController, Disposing, fileProviders, LeavingFiles, Ledger } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotificationsConfig } from '../config';
import { keptAnswers } from './kept-answers';
import { keptTellings } from './kept-tellings';
import { retention } from './retention';

const HELD = 'SELECT 1 FROM notice_file WHERE sha256 = ? LIMIT 1';

/** How long notifications keeps what of people, and its disposal afterwards. */
@Module({
  controllers: [DisposalsController],
  providers: [
    ...fileProviders(NotificationsConfig),
    {
      provide: Disposing,
      inject: [DataSource, Ledger, BusinessClock, BlobStore],
      useFactory: (database: DataSource, ledger: Ledger, clock: BusinessClock, blobs: BlobStore) =>
        new Disposing(database, ledger, clock, new LeavingFiles(database, blobs, HELD), retention, [...keptTellings, ...keptAnswers]),
    },
  ],
})
export class RetentionModule {}
