import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { SlipsService } from './slips.service';

@Module({
  imports: [PeopleModule],
  providers: [SlipsService],
  exports: [SlipsService],
})
export class FirstPasswordsModule {}
