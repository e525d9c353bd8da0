import { Module } from '@nestjs/common';
import { BlobStore, SecurityClock } from '@dengke/service-kit';
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
  providers: [
    ApplyingOrganiserService,
    ApprovingService,
    OrganiserApplicationsService,
    {
      provide: BlobStore,
      inject: [AccountsConfig, SecurityClock],
      useFactory: ({ filesDir }: AccountsConfig, clock: SecurityClock) => new BlobStore(filesDir, clock),
    },
  ],
})
export class OrganiserApplicationsModule {}
