import { Module } from '@nestjs/common';
import { DraftsModule } from '../drafts/drafts.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { OpenWorkController } from './open-work.controller';
import { OpenWorkService } from './open-work.service';

@Module({ imports: [SubmissionsModule, DraftsModule], controllers: [OpenWorkController], providers: [OpenWorkService] })
export class OpenWorkModule {}
