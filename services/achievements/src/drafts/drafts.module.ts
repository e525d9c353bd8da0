import { fileProviders } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { TitlesModule } from '../likenesses/titles.module';
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
import { PreviewService } from './preview.service';

@Module({
  imports: [FormsModule, TitlesModule, WindowsModule],
  controllers: [DraftsController, EditingController, KnownController, FormImportsController],
  providers: [
    DraftsService,
    EditingService,
    KnownService,
    FormImportsService,
    GapsService,
    PreviewService,
    AccountsClient,
    ...fileProviders(AchievementsConfig),
  ],
  exports: [DraftsService],
})
export class DraftsModule {}
