import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { TitlesModule } from '../likenesses/titles.module';
import { WindowsModule } from '../windows/windows.module';
import { DraftsController } from './drafts.controller';
import { DraftsService } from './drafts.service';
import { GapsService } from './gaps.service';

@Module({
  imports: [WindowsModule, TitlesModule],
  controllers: [DraftsController],
  providers: [DraftsService, GapsService, AccountsClient],
  exports: [DraftsService],
})
export class DraftsModule {}
