import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module';
import { MendingService } from './mending.service';
import { VersionsController } from './versions.controller';
import { VersionsService } from './versions.service';

@Module({
  imports: [SubmissionsModule],
  controllers: [VersionsController],
  providers: [VersionsService, MendingService],
  exports: [VersionsService],
})
export class VersionsModule {}
