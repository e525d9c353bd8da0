import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module';
import { PassageService } from './passage.service';
import { StatisticsController } from './statistics.controller';
import { StatisticsService } from './statistics.service';

@Module({ imports: [SubmissionsModule], controllers: [StatisticsController], providers: [StatisticsService, PassageService] })
export class StatisticsModule {}
