import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { FormsModule } from '../forms/forms.module';
import { WindowsModule } from '../windows/windows.module';
import { DraftsController } from './drafts.controller';
import { DraftsService } from './drafts.service';
import { GapsService } from './gaps.service';

@Module({
  imports: [FormsModule, WindowsModule],
  controllers: [DraftsController],
  providers: [DraftsService, GapsService, AccountsClient],
  exports: [DraftsService],
})
export class DraftsModule {}
