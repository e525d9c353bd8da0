import { Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module';
import { CredentialApplicationsModule } from './credential-applications/credential-applications.module';
import { CredentialsModule } from './credentials/credentials.module';
import { CustodyModule } from './custody/custody.module';
import { GraphChangesModule } from './graph-changes/graph-changes.module';
import { ImportsModule } from './imports/imports.module';
import { KeysModule } from './keys/keys.module';
import { OrganiserApplicationsModule } from './organiser-applications/organiser-applications.module';
import { OrganisationsModule } from './organisations/organisations.module';
import { PeopleModule } from './people/people.module';
import { RetentionModule } from './retention/retention.module';
import { RightsModule } from './rights/rights.module';
import { RoutesModule } from './routes/routes.module';
import { SignInModule } from './sign-in/sign-in.module';

@Module({
  imports: [
    SignInModule,
    PeopleModule,
    CredentialsModule,
    OrganisationsModule,
    RoutesModule,
    GraphChangesModule,
    ImportsModule,
    KeysModule,
    RightsModule,
    CustodyModule,
    AuditModule,
    CredentialApplicationsModule,
    OrganiserApplicationsModule,
    RetentionModule,
  ],
})
export class AccountsModule {}
