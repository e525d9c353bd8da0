import { Module } from '@nestjs/common';
import { fileProviders } from '@dengke/service-kit';
import { AccountsConfig } from '../config';
import { CredentialsModule } from '../credentials/credentials.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { ImportsController } from './imports.controller';
import { PeopleImportsService } from './people-imports.service';
import { SheetsService } from './sheets.service';
import { UnitImportsService } from './unit-imports.service';

@Module({
  imports: [CredentialsModule, OrganisationsModule],
  controllers: [ImportsController],
  providers: [PeopleImportsService, SheetsService, UnitImportsService, ...fileProviders(AccountsConfig)],
})
export class ImportsModule {}
