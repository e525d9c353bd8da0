import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me, StepUp, Timeless } from '@dengke/service-kit';
import { EndingService } from './ending.service';
import { EndPositionDto, HolderDto, IssuableRolesDto } from './holders.dto';
import { HoldersService } from './holders.service';

@ApiTags('people')
@Controller()
export class HoldersController {
  constructor(
    private readonly holders: HoldersService,
    private readonly ending: EndingService,
  ) {}

  @Get('people/:id')
  @Allow('organisation.read')
  @Timeless()
  @ApiOperation({
    summary: 'Somebody of one’s part of the graphs: positions there, masked contacts, and the login for those who issue or secure it',
  })
  @ApiOkResponse({ type: HolderDto })
  holder(@Me() me: Caller, @Param('id') id: string): Promise<HolderDto> {
    return this.holders.holder(me, id);
  }

  @Get('organisations/:id/issuable-roles')
  @Allow('credential.issue')
  @Timeless()
  @ApiOperation({ summary: 'Which positions one may issue in an organisation' })
  @ApiOkResponse({ type: IssuableRolesDto })
  roles(@Me() me: Caller, @Param('id') id: string): Promise<IssuableRolesDto> {
    return this.holders.rolesIn(me, id);
  }

  @Post('positions/:id/end')
  @Allow('credential.issue')
  @Act()
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: 'End a position that one may issue, with the reason; a login to which no other is left opens nothing any more' })
  @ApiNoContentResponse()
  end(@Me() me: Caller, @ActKey() key: string, @Param('id') id: string, @Body() dto: EndPositionDto): Promise<void> {
    return this.ending.end(me, key, id, dto);
  }
}
