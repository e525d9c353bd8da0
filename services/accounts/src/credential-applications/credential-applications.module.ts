import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module';
import { CredentialsModule } from '../credentials/credentials.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { Activation } from './activation';
import { ApplyingController } from './applying.controller';
import { ApplyingService } from './applying.service';
import { CredentialApplicationsController } from './credential-applications.controller';
import { CredentialApplicationsService } from './credential-applications.service';
import { DecidingService } from './deciding.service';
import { UnitsOfApplications } from './units-of-applications.service';

@Module({
  imports: [ApplicationsModule, CredentialsModule, OrganisationsModule],
  controllers: [ApplyingController, CredentialApplicationsController],
  providers: [ApplyingService, DecidingService, Activation, CredentialApplicationsService, UnitsOfApplications],
})
export class CredentialApplicationsModule {}
