import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { ActsModule } from '../acts/acts.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { EntriesController } from './entries.controller';
import { EntriesService } from './entries.service';
import { IdentifyingService } from './identifying.service';
import { SettlingController } from './settling.controller';

@Module({
  imports: [ActsModule, SubmissionsModule],
  controllers: [EntriesController, SettlingController],
  providers: [EntriesService, IdentifyingService, AccountsClient],
})
export class EntriesModule {}
