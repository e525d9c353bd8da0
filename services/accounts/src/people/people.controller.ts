import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Internal, Timeless } from '@dengke/service-kit';
import { PersonForServicesDto } from './people.dto';
import { PeopleService } from './people.service';

@ApiTags('internal')
@Controller('internal/people')
@Internal()
@Timeless()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get(':id')
  @ApiOperation({ summary: 'A person with mail, mobile and living positions, for the services of the house' })
  @ApiOkResponse({ type: PersonForServicesDto })
  person(@Param('id') id: string): Promise<PersonForServicesDto> {
    return this.people.forServices(id);
  }
}
