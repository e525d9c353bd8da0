import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { OwnDeadlinesController } from './own-deadlines.controller';
import { OwnDeadlinesService } from './own-deadlines.service';
import { RemindersActivities } from './reminders.activities';
import { RemindersService } from './reminders.service';

@Module({
  imports: [DeadlinesModule],
  controllers: [OwnDeadlinesController],
  providers: [RemindersService, RemindersActivities, OwnDeadlinesService],
})
export class RemindersModule {}
