import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { FormsModule } from '../forms/forms.module';
import { WindowsModule } from '../windows/windows.module';
import { DraftsController } from './drafts.controller';
import { DraftsService } from './drafts.service';
import { EditingController } from './editing.controller';
import { EditingService } from './editing.service';
import { GapsService } from './gaps.service';

@Module({
  imports: [FormsModule, WindowsModule],
  controllers: [DraftsController, EditingController],
  providers: [DraftsService, EditingService, GapsService, AccountsClient],
  exports: [DraftsService],
})
export class DraftsModule {}
