import { Module } from '@nestjs/common';
import { AccountsClient } from '../accounts-client';
import { ActsModule } from '../acts/acts.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { ReroutingController } from './rerouting.controller';
import { ReroutingService } from './rerouting.service';

@Module({ imports: [ActsModule, SubmissionsModule], controllers: [ReroutingController], providers: [ReroutingService, AccountsClient] })
export class ReroutingModule {}
