import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Internal, Me, Timeless } from '@dengke/service-kit';
import { ContactsService } from './contacts.service';
import {
  ColleagueDto,
  ContactDto,
  KnownPersonDto,
  MobileForServicesDto,
  PersonForServicesDto,
  SearchPeopleDto,
  UnmaskDto,
} from './people.dto';
import { PeopleService } from './people.service';

@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly contacts: ContactsService,
  ) {}

  @Get('organisations/:id/people')
  @Allow('organisation.read')
  @Timeless()
  @ApiOperation({ summary: 'Who holds positions in one’s own organisation or one below, with masked mobiles and mails' })
  @ApiOkResponse({ type: [ColleagueDto] })
  colleagues(@Me() me: Caller, @Param('id') id: string): Promise<ColleagueDto[]> {
    return this.people.colleagues(me, id);
  }

  @Post('people/search')
  @Allow('credential.issue')
  @Timeless()
  @HttpCode(200)
  @ApiOperation({ summary: 'Who of one’s part of the graphs has this mobile, so that nobody is added twice' })
  @ApiOkResponse({ type: [KnownPersonDto] })
  search(@Me() me: Caller, @Body() dto: SearchPeopleDto): Promise<KnownPersonDto[]> {
    return this.contacts.withMobile(me, dto);
  }

  @Post('people/:id/unmask')
  @Allow('people.unmask')
  @Act()
  @HttpCode(200)
  @ApiOperation({
    summary: 'The whole mobile and mail of somebody of one’s part of the graphs; that they were seen is recorded, with the reason',
  })
  @ApiOkResponse({ type: ContactDto })
  unmask(@Me() me: Caller, @ActKey() key: string, @Param('id') id: string, @Body() dto: UnmaskDto): Promise<ContactDto> {
    return this.contacts.unmask(me, key, id, dto);
  }
}

@ApiTags('internal')
@Controller('internal/people')
@Internal()
@Timeless()
export class InternalPeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get(':id')
  @ApiOperation({ summary: 'A person with mail and living positions, for the services of the house' })
  @ApiOkResponse({ type: PersonForServicesDto })
  person(@Param('id') id: string): Promise<PersonForServicesDto> {
    return this.people.forServices(id);
  }

  @Get(':id/mobile')
  @ApiOperation({ summary: 'The mobile of a person, for one SMS' })
  @ApiOkResponse({ type: MobileForServicesDto })
  mobile(@Param('id') id: string): Promise<MobileForServicesDto> {
    return this.people.mobileForServices(id);
  }
}
