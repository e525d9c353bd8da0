import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Confirmed, Download, Me, StepUp, Timeless } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { ApplicationParam, ApplicationProgressDto, ApplicationsQueryDto, ReasonDto } from '../applications/applications.dto';
import { ShowsFirstPassword } from '../first-passwords/slip.interceptor';
import { ApprovingService } from './approving.service';
import {
  ApproveDto,
  ApprovedDto,
  OrganiserApplicationDto,
  OrganiserApplicationPageDto,
  OrganiserContactsDto,
  ScanParam,
} from './organiser-applications.dto';
import { OrganiserApplicationsService } from './organiser-applications.service';

/** Applications to be an organiser, for the department. */
@ApiTags('applications to be an organiser')
@Controller('organiser-applications')
export class OrganiserApplicationsController {
  constructor(
    private readonly applications: OrganiserApplicationsService,
    private readonly approving: ApprovingService,
  ) {}

  @Get()
  @Allow('credential.issue')
  @Timeless()
  @ApiOperation({ summary: 'Applications that are not over, the oldest first' })
  @ApiOkResponse({ type: [OrganiserApplicationDto] })
  list(@Me() me: Caller, @Query() { after }: ApplicationsQueryDto): Promise<OrganiserApplicationDto[]> {
    return this.applications.list(me, after);
  }

  @Get(':id')
  @Allow('credential.issue')
  @Confirmed()
  @Timeless()
  @ApiOperation({ summary: 'One application with all fields of its form, its limit and its timeline' })
  @ApiOkResponse({ type: OrganiserApplicationPageDto })
  page(@Me() me: Caller, @Param() { id }: ApplicationParam): Promise<OrganiserApplicationPageDto> {
    return this.applications.page(me, id);
  }

  @Get(':id/scans/:scan')
  @Allow('credential.issue')
  @Timeless()
  @Download()
  @ApiOperation({ summary: 'The scan of signature or seal, always as a download' })
  scan(@Me() me: Caller, @Param() { id, scan }: ScanParam): Promise<Downloadable> {
    return this.applications.scan(me, id, scan);
  }

  @Post(':id/open')
  @Allow('credential.issue')
  @Act()
  @HttpCode(200)
  @ApiOperation({ summary: 'Take note of having looked at it; the applicant withdraws it no more' })
  @ApiOkResponse({ type: ApplicationProgressDto })
  open(@Me() me: Caller, @ActKey() key: string, @Param() { id }: ApplicationParam): Promise<ApplicationProgressDto> {
    return this.approving.open(me, key, id);
  }

  @Post(':id/approve')
  @Allow('credential.issue')
  @Act()
  @StepUp()
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve it: adds the organiser with its super administrator’s login; shows the first password once' })
  @ShowsFirstPassword(200, ApprovedDto)
  approve(@Me() me: Caller, @ActKey() key: string, @Param() { id }: ApplicationParam, @Body() dto: ApproveDto): Promise<ApprovedDto> {
    return this.approving.approve(me, key, id, dto);
  }

  @Post(':id/unmask')
  @Allow('credential.issue')
  @Act()
  @HttpCode(200)
  @ApiOperation({ summary: 'The form’s people with mobiles and mails whole; that they were seen is recorded, with the reason' })
  @ApiOkResponse({ type: OrganiserContactsDto })
  unmask(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { id }: ApplicationParam,
    @Body() { reason }: ReasonDto,
  ): Promise<OrganiserContactsDto> {
    return this.approving.unmask(me, key, id, reason);
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
    return this.approving.refuse(me, key, id, reason);
  }
}
