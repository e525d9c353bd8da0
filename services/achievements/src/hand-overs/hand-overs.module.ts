import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { ActsModule } from '../acts/acts.module';
import { DraftsModule } from '../drafts/drafts.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { HandOversController } from './hand-overs.controller';
import { HandOversService } from './hand-overs.service';

@Module({
  imports: [ActsModule, DraftsModule, SubmissionsModule],
  controllers: [HandOversController],
  providers: [HandOversService, AccountsClient],
})
export class HandOversModule {}
