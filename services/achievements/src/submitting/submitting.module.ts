import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { ActsModule } from '../acts/acts.module';
import { DraftsModule } from '../drafts/drafts.module';
import { FormsModule } from '../forms/forms.module';
import { WindowsModule } from '../windows/windows.module';
import { SubmittingController } from './submitting.controller';
import { SubmittingService } from './submitting.service';

@Module({
  imports: [ActsModule, DraftsModule, FormsModule, WindowsModule],
  controllers: [SubmittingController],
  providers: [SubmittingService, AccountsClient],
})
export class SubmittingModule {}
