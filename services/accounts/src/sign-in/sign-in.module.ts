import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { SecondFactorModule } from '../second-factor/second-factor.module';
import { SessionsModule } from '../sessions/sessions.module';
import { AttemptsService } from './attempts.service';
import { PasswordCheck } from './password-check.service';
import { PasswordHashing } from './password-hashing';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';
import { UnusedCredentials } from './unused-credentials';

@Module({
  imports: [PeopleModule, SessionsModule, SecondFactorModule],
  controllers: [SignInController],
  providers: [AttemptsService, PasswordCheck, PasswordHashing, SignInService, UnusedCredentials],
  exports: [AttemptsService, PasswordCheck, PasswordHashing, SessionsModule, UnusedCredentials],
})
export class SignInModule {}
