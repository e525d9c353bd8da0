import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { CorrectionsModule } from '../corrections/corrections.module';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { MovesModule } from '../moves/moves.module';
import { CalendarActivities } from './calendar.activities';
import { CalendarController } from './calendar.controller';
import { CalendarRelay } from './calendar.relay';
import { CalendarService } from './calendar.service';
import { RecountingService } from './recounting.service';

@Module({
  imports: [ActsModule, CorrectionsModule, DeadlinesModule, MovesModule],
  controllers: [CalendarController],
  providers: [CalendarService, RecountingService, CalendarActivities, CalendarRelay],
})
export class CalendarModule {}
