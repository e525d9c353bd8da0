import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Allow, Internal, Me, Timeless } from '@dengke/service-kit';
import { ColleagueDto, PersonForServicesDto } from './people.dto';
import { PeopleService } from './people.service';

@ApiTags('people')
@Controller('organisations/:id/people')
@Timeless()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Allow('organisation.read')
  @ApiOperation({ summary: 'Who holds positions in one’s own organisation or one below, with masked mobiles' })
  @ApiOkResponse({ type: [ColleagueDto] })
  colleagues(@Me() me: Caller, @Param('id') id: string): Promise<ColleagueDto[]> {
    return this.people.colleagues(me, id);
  }
}

@ApiTags('internal')
@Controller('internal/people')
@Internal()
@Timeless()
export class InternalPeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get(':id')
  @ApiOperation({ summary: 'A person with mail, mobile and living positions, for the services of the house' })
  @ApiOkResponse({ type: PersonForServicesDto })
  person(@Param('id') id: string): Promise<PersonForServicesDto> {
    return this.people.forServices(id);
  }
}
