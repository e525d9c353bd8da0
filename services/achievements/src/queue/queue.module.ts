import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module';
import { QueueController } from './queue.controller';
import { QueueService } from './queue.service';

@Module({ imports: [SubmissionsModule], controllers: [QueueController], providers: [QueueService] })
export class QueueModule {}
