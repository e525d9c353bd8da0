import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { VersionsModule } from '../versions/versions.module';
import { WindowsModule } from '../windows/windows.module';
import { CounterController } from './counter.controller';
import { CounterService } from './counter.service';
import { SheetsService } from './sheets.service';

@Module({
  imports: [ActsModule, SubmissionsModule, VersionsModule, WindowsModule],
  controllers: [CounterController],
  providers: [CounterService, SheetsService],
})
export class CounterModule {}
