import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { AttemptsService } from './attempts.service';
import { PasswordHashing } from './password-hashing';
import { SessionsService } from './sessions.service';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';

@Module({
  imports: [PeopleModule],
  controllers: [SignInController],
  providers: [AttemptsService, PasswordHashing, SessionsService, SignInService],
  exports: [AttemptsService, PasswordHashing, SessionsService],
})
export class SignInModule {}
