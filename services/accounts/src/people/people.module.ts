import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module';
import { ContactsService } from './contacts.service';
import { DeputiesController } from './deputies.controller';
import { DeputiesService } from './deputies.service';
import { InternalPeopleController, PeopleController } from './people.controller';
import { PeopleService } from './people.service';

@Module({
  imports: [OrganisationsModule],
  controllers: [PeopleController, InternalPeopleController, DeputiesController],
  providers: [PeopleService, ContactsService, DeputiesService],
  exports: [PeopleService],
})
export class PeopleModule {}
