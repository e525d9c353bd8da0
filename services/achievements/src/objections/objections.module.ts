import { BlobStore, SecurityClock } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { AchievementsConfig } from '../config';
import { SubmissionsModule } from '../submissions/submissions.module';
import { DecidingController } from './deciding.controller';
import { DecidingService } from './deciding.service';
import { ObjectingController } from './objecting.controller';
import { ObjectingService } from './objecting.service';
import { ObjectionsController } from './objections.controller';
import { ObjectionsService } from './objections.service';
import { UnitObjectionsController } from './unit-objections.controller';

/** 异议 (P33): sent without an account, answered and decided by the registrar. */
@Module({
  imports: [ActsModule, SubmissionsModule],
  controllers: [ObjectingController, ObjectionsController, DecidingController, UnitObjectionsController],
  providers: [
    ObjectingService,
    ObjectionsService,
    DecidingService,
    {
      provide: BlobStore,
      inject: [AchievementsConfig, SecurityClock],
      useFactory: ({ filesDir }: AchievementsConfig, clock: SecurityClock) => new BlobStore(filesDir, clock),
    },
  ],
})
export class ObjectionsModule {}
