import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module';
import { InternalPeopleController, PeopleController } from './people.controller';
import { PeopleService } from './people.service';

@Module({
  imports: [OrganisationsModule],
  controllers: [PeopleController, InternalPeopleController],
  providers: [PeopleService],
  exports: [PeopleService],
})
export class PeopleModule {}
