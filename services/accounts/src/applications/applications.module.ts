import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module';
import { BelievedAddress } from '../sign-in/client-address';
import { ApplicantsService } from './applicants.service';
import { ApplicationActsService } from './application-acts.service';
import { CredentialApplicationRelay, OrganiserApplicationRelay } from './application-relays';
import { AlikeController } from './alike.controller';
import { AlikeService } from './alike.service';
import { ApplicationTimeService } from './application-time.service';
import { ApplicationsActivities } from './applications.activities';
import { ClosingDesks } from './closing-desks.service';
import { DesksService } from './desks.service';
import { LimitMovesController } from './limit-moves.controller';
import { LimitMovesService } from './limit-moves.service';
import { OwnDeadlinesController } from './own-deadlines.controller';
import { RecountingService } from './recounting.service';
import { WaitingService } from './waiting.service';

@Module({
  imports: [OrganisationsModule],
  controllers: [OwnDeadlinesController, LimitMovesController, AlikeController],
  providers: [
    BelievedAddress,
    ApplicantsService,
    ApplicationActsService,
    ApplicationTimeService,
    ClosingDesks,
    DesksService,
    WaitingService,
    RecountingService,
    LimitMovesService,
    AlikeService,
    ApplicationsActivities,
    CredentialApplicationRelay,
    OrganiserApplicationRelay,
  ],
  exports: [BelievedAddress, ApplicantsService, ApplicationActsService, ClosingDesks, DesksService],
})
export class ApplicationsModule {}
