import { Module } from '@nestjs/common';
import { fileProviders } from '@dengke/service-kit';
import { ApplicationsModule } from '../applications/applications.module';
import { AccountsConfig } from '../config';
import { CredentialsModule } from '../credentials/credentials.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { ApplyingOrganiserController } from './applying-organiser.controller';
import { ApplyingOrganiserService } from './applying-organiser.service';
import { ApprovingService } from './approving.service';
import { OrganiserApplicationsController } from './organiser-applications.controller';
import { OrganiserApplicationsService } from './organiser-applications.service';

@Module({
  imports: [ApplicationsModule, CredentialsModule, OrganisationsModule],
  controllers: [ApplyingOrganiserController, OrganiserApplicationsController],
  providers: [ApplyingOrganiserService, ApprovingService, OrganiserApplicationsService, ...fileProviders(AccountsConfig)],
})
export class OrganiserApplicationsModule {}
