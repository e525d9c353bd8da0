import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module';
import { DecidedController } from './decided.controller';
import { DecidedService } from './decided.service';

@Module({ imports: [SubmissionsModule], controllers: [DecidedController], providers: [DecidedService] })
export class DecidedModule {}
