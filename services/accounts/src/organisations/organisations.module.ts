import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { InternalOrganisationsController, OrganisationsController } from './organisations.controller';
import { OrganisationsService } from './organisations.service';

@Module({
  imports: [PeopleModule],
  controllers: [OrganisationsController, InternalOrganisationsController],
  providers: [OrganisationsService],
  exports: [OrganisationsService],
})
export class OrganisationsModule {}
