import { BlobStore, BusinessClock, DisposalsController, Disposing, fileProviders, LeavingFiles, Ledger } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsConfig } from '../config';
import { PasswordHashing } from '../sign-in/password-hashing';
import { SignInModule } from '../sign-in/sign-in.module';
import { keptApplications } from './kept-applications';
import { keptPeople } from './kept-people';
import { retention } from './retention';

const HELD = 'SELECT 1 FROM organiser_scan WHERE sha256 = ? LIMIT 1';

/** How long accounts keeps what of people, and its disposal afterwards. */
@Module({
  imports: [SignInModule],
  controllers: [DisposalsController],
  providers: [
    ...fileProviders(AccountsConfig),
    {
      provide: Disposing,
      inject: [DataSource, Ledger, BusinessClock, BlobStore, PasswordHashing],
      useFactory: (database: DataSource, ledger: Ledger, clock: BusinessClock, blobs: BlobStore, passwords: PasswordHashing) =>
        new Disposing(database, ledger, clock, new LeavingFiles(database, blobs, HELD), retention, [
          ...keptApplications,
          keptPeople(ledger, clock, passwords),
        ]),
    },
  ],
})
export class RetentionModule {}
