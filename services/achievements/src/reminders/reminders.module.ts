import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { RemindersActivities } from './reminders.activities';
import { RemindersService } from './reminders.service';

@Module({ imports: [DeadlinesModule], providers: [RemindersService, RemindersActivities] })
export class RemindersModule {}
