import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module';
import { InternalPeopleController, PeopleController } from './people.controller';
import { ContactsService } from './contacts.service';
import { PeopleService } from './people.service';

@Module({
  imports: [OrganisationsModule],
  controllers: [PeopleController, InternalPeopleController],
  providers: [PeopleService, ContactsService],
  exports: [PeopleService],
})
export class PeopleModule {}
