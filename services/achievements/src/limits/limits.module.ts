import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { CorrectionsModule } from '../corrections/corrections.module';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { MovesModule } from '../moves/moves.module';
import { LimitsController } from './limits.controller';
import { LimitsService } from './limits.service';
import { MovingService } from './moving.service';

@Module({
  imports: [ActsModule, CorrectionsModule, DeadlinesModule, MovesModule],
  controllers: [LimitsController],
  providers: [LimitsService, MovingService],
})
export class LimitsModule {}
