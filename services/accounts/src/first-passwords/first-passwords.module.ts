import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { InternalLinksController } from './links.controller';
import { LinksService } from './links.service';
import { SlipsService } from './slips.service';

@Module({
  imports: [PeopleModule],
  controllers: [InternalLinksController],
  providers: [LinksService, SlipsService],
  exports: [LinksService, SlipsService],
})
export class FirstPasswordsModule {}
