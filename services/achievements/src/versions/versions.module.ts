import { Module } from '@nestjs/common';
import { FormsModule } from '../forms/forms.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { MendingService } from './mending.service';
import { PrintingService } from './printing.service';
import { VersionsController } from './versions.controller';
import { VersionsService } from './versions.service';

@Module({
  imports: [SubmissionsModule, FormsModule],
  controllers: [VersionsController],
  providers: [VersionsService, MendingService, PrintingService],
  exports: [VersionsService],
})
export class VersionsModule {}
