import { Module } from '@nestjs/common';
import { FirstPasswordsModule } from '../first-passwords/first-passwords.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { PeopleModule } from '../people/people.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { CredentialsController } from './credentials.controller';
import { CredentialsService } from './credentials.service';
import { EndingService } from './ending.service';
import { HoldersController } from './holders.controller';
import { HoldersService } from './holders.service';
import { IssuingService } from './issuing.service';
import { LinkOpeningController } from './link-opening.controller';
import { LinkOpening } from './link-opening.service';
import { PasswordChanges } from './password-changes';
import { PasswordsService } from './passwords.service';
import { StoredPasswords } from './stored-passwords.service';

@Module({
  imports: [FirstPasswordsModule, OrganisationsModule, PeopleModule, SignInModule],
  controllers: [CredentialsController, LinkOpeningController, HoldersController],
  providers: [
    CredentialsService,
    IssuingService,
    PasswordsService,
    PasswordChanges,
    StoredPasswords,
    LinkOpening,
    HoldersService,
    EndingService,
  ],
  exports: [IssuingService, PasswordChanges, FirstPasswordsModule],
})
export class CredentialsModule {}
