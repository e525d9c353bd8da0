import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Confirmed, Me, StepUp, Timeless } from '@dengke/service-kit';
import { ShowsFirstPassword } from '../first-passwords/slip.interceptor';
import { ContactDto } from '../people/people.dto';
import { ApplicationParam, ApplicationProgressDto, ApplicationsQueryDto, ReasonDto } from '../applications/applications.dto';
import {
  CredentialApplicationDto,
  CredentialApplicationPageDto,
  IssuedOnApplicationDto,
  IssueOnApplicationDto,
  RedirectDto,
} from './credential-applications.dto';
import { CredentialApplicationsService } from './credential-applications.service';
import { DecidingService } from './deciding.service';

/** Applications for a login, for the desks that issue. */
@ApiTags('applications for a login')
@Controller('credential-applications')
export class CredentialApplicationsController {
  constructor(
    private readonly applications: CredentialApplicationsService,
    private readonly deciding: DecidingService,
  ) {}

  @Get()
  @Allow('credential.issue')
  @Timeless()
  @ApiOperation({ summary: 'Applications at one’s desk and below that are not over, the oldest first, with masked mobiles' })
  @ApiOkResponse({ type: [CredentialApplicationDto] })
  list(@Me() me: Caller, @Query() { after }: ApplicationsQueryDto): Promise<CredentialApplicationDto[]> {
    return this.applications.list(me, after);
  }

  @Get(':id')
  @Allow('credential.issue')
  @Confirmed()
  @Timeless()
  @ApiOperation({ summary: 'One application with its limit, its timeline, and the units, people and applications it may double' })
  @ApiOkResponse({ type: CredentialApplicationPageDto })
  page(@Me() me: Caller, @Param() { id }: ApplicationParam): Promise<CredentialApplicationPageDto> {
    return this.applications.page(me, id);
  }

  @Post(':id/issue')
  @Allow('credential.issue')
  @Act()
  @StepUp()
  @HttpCode(200)
  @ApiOperation({ summary: 'Issue the login, adding the unit by its licence where it is not known; shows the first password once' })
  @ShowsFirstPassword(200, IssuedOnApplicationDto)
  issue(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { id }: ApplicationParam,
    @Body() dto: IssueOnApplicationDto,
  ): Promise<IssuedOnApplicationDto> {
    return this.deciding.issue(me, key, id, dto);
  }

  @Post(':id/unmask')
  @Allow('credential.issue')
  @Act()
  @HttpCode(200)
  @ApiOperation({ summary: 'The whole mobile and mail of the applicant; that they were seen is recorded, with the reason' })
  @ApiOkResponse({ type: ContactDto })
  unmask(@Me() me: Caller, @ActKey() key: string, @Param() { id }: ApplicationParam, @Body() { reason }: ReasonDto): Promise<ContactDto> {
    return this.deciding.unmask(me, key, id, reason);
  }

  @Post(':id/refuse')
  @Allow('credential.issue')
  @Act()
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse it with a reason' })
  @ApiOkResponse({ type: ApplicationProgressDto })
  refuse(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { id }: ApplicationParam,
    @Body() { reason }: ReasonDto,
  ): Promise<ApplicationProgressDto> {
    return this.deciding.refuse(me, key, id, reason);
  }

  @Post(':id/redirect')
  @Allow('credential.issue')
  @Act()
  @HttpCode(200)
  @ApiOperation({ summary: 'Pass it on to another desk below one’s own; its due day stays' })
  @ApiOkResponse({ type: ApplicationProgressDto })
  redirect(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { id }: ApplicationParam,
    @Body() dto: RedirectDto,
  ): Promise<ApplicationProgressDto> {
    return this.deciding.redirect(me, key, id, dto);
  }
}
