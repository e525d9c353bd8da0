import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { AccountService } from './account.service';
import { AccountsController } from './accounts.controller';
import { ConductService } from './conduct.service';
import { InformationController } from './information.controller';
import { InformationService } from './information.service';
import { IntakeService } from './intake.service';
import { RefusalsService } from './refusals.service';
import { SummarySheetsService } from './summary-sheets.service';
import { WindowMetrics } from './window-metrics';
import { WindowRelay } from './window.relay';
import { WindowsController } from './windows.controller';
import { WindowsService } from './windows.service';

@Module({
  imports: [ActsModule, DeadlinesModule],
  controllers: [WindowsController, AccountsController, InformationController],
  providers: [
    WindowsService,
    AccountService,
    ConductService,
    InformationService,
    IntakeService,
    RefusalsService,
    SummarySheetsService,
    WindowMetrics,
    WindowRelay,
  ],
  exports: [ConductService, IntakeService, RefusalsService, SummarySheetsService, WindowsService],
})
export class WindowsModule {}
