import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module';
import { PeopleModule } from '../people/people.module';
import { SessionsModule } from '../sessions/sessions.module';
import { EnrolmentService } from './enrolment.service';
import { PasskeysService } from './passkeys.service';
import { RecoveryCodesService } from './recovery-codes.service';
import { RemovalService } from './removal.service';
import { ResetService } from './reset.service';
import { SecondFactorController } from './second-factor.controller';
import { SecondFactorLedger } from './second-factor-ledger';
import { SecondFactorService } from './second-factor.service';
import { TotpService } from './totp.service';

@Module({
  imports: [OrganisationsModule, PeopleModule, SessionsModule],
  controllers: [SecondFactorController],
  providers: [
    SecondFactorLedger,
    TotpService,
    PasskeysService,
    RecoveryCodesService,
    SecondFactorService,
    EnrolmentService,
    RemovalService,
    ResetService,
  ],
  exports: [SecondFactorService, PasskeysService],
})
export class SecondFactorModule {}
