import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module';
import { PeopleModule } from '../people/people.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { CredentialsController } from './credentials.controller';
import { CredentialsService } from './credentials.service';
import { IssuingService } from './issuing.service';
import { PasswordChanges } from './password-changes';
import { PasswordsService } from './passwords.service';
import { StoredPasswords } from './stored-passwords.service';

@Module({
  imports: [OrganisationsModule, PeopleModule, SignInModule],
  controllers: [CredentialsController],
  providers: [CredentialsService, IssuingService, PasswordsService, PasswordChanges, StoredPasswords],
  exports: [IssuingService, PasswordChanges],
})
export class CredentialsModule {}
