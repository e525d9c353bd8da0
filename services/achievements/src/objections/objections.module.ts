import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { EvidenceModule } from '../evidence/evidence.module';
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
  imports: [ActsModule, EvidenceModule, SubmissionsModule],
  controllers: [ObjectingController, ObjectionsController, DecidingController, UnitObjectionsController],
  providers: [ObjectingService, ObjectionsService, DecidingService],
})
export class ObjectionsModule {}
