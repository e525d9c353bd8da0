import { BlobStore, SecurityClock } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { AchievementsConfig } from '../config';
import { FormsModule } from '../forms/forms.module';
import { WindowsModule } from '../windows/windows.module';
import { DraftsController } from './drafts.controller';
import { DraftsService } from './drafts.service';
import { EditingController } from './editing.controller';
import { EditingService } from './editing.service';
import { FormImportsController } from './form-imports.controller';
import { FormImportsService } from './form-imports.service';
import { GapsService } from './gaps.service';
import { KnownController } from './known.controller';
import { KnownService } from './known.service';

/** Where an uploaded workbook stays while it is read. */
const blobStore = {
  provide: BlobStore,
  inject: [AchievementsConfig, SecurityClock],
  useFactory: ({ filesDir }: AchievementsConfig, clock: SecurityClock) => new BlobStore(filesDir, clock),
};

@Module({
  imports: [FormsModule, WindowsModule],
  controllers: [DraftsController, EditingController, KnownController, FormImportsController],
  providers: [DraftsService, EditingService, KnownService, FormImportsService, GapsService, AccountsClient, blobStore],
  exports: [DraftsService],
})
export class DraftsModule {}
