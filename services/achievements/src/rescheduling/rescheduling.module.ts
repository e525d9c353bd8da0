import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { MovesModule } from '../moves/moves.module';
import { WindowsModule } from '../windows/windows.module';
import { ExtendingController } from './extending.controller';
import { ExtendingService } from './extending.service';
import { ReschedulingController } from './rescheduling.controller';
import { ReschedulingService } from './rescheduling.service';

@Module({
  imports: [ActsModule, DeadlinesModule, MovesModule, WindowsModule],
  controllers: [ReschedulingController, ExtendingController],
  providers: [ReschedulingService, ExtendingService],
})
export class ReschedulingModule {}
