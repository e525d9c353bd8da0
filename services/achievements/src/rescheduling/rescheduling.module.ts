import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { WindowsModule } from '../windows/windows.module';
import { ReschedulingController } from './rescheduling.controller';
import { ReschedulingService } from './rescheduling.service';

@Module({ imports: [ActsModule, WindowsModule], controllers: [ReschedulingController], providers: [ReschedulingService] })
export class ReschedulingModule {}
