import { Module } from '@nestjs/common';
import { CredentialsModule } from './credentials/credentials.module';
import { KeysModule } from './keys/keys.module';
import { OrganisationsModule } from './organisations/organisations.module';
import { PeopleModule } from './people/people.module';
import { RoutesModule } from './routes/routes.module';
import { SignInModule } from './sign-in/sign-in.module';

@Module({ imports: [SignInModule, PeopleModule, CredentialsModule, OrganisationsModule, RoutesModule, KeysModule] })
export class AccountsModule {}
