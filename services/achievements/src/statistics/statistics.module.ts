import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module';
import { StatisticsController } from './statistics.controller';
import { StatisticsService } from './statistics.service';

@Module({ imports: [SubmissionsModule], controllers: [StatisticsController], providers: [StatisticsService] })
export class StatisticsModule {}
