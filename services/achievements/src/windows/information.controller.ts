import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me, Public } from '@dengke/service-kit';
import { Body, Controller, Get, Header, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, ApiTooManyRequestsResponse } from '@nestjs/swagger';
import { InformationView, InformDto, PublicWindowView } from './information.dto';
import { InformationService } from './information.service';
import { WindowParam } from './windows.dto';

/** What everybody may know of the windows, and who says it. */
@ApiTags('windows')
@Controller('windows')
export class InformationController {
  constructor(private readonly information: InformationService) {}

  @Get('public')
  @Public()
  @Header('cache-control', 'public, max-age=60')
  @ApiOperation({ summary: 'Windows that are not over, for everybody: dates, contacts, manuals' })
  @ApiOkResponse({ type: [PublicWindowView] })
  @ApiTooManyRequestsResponse()
  open(): Promise<PublicWindowView[]> {
    return this.information.open();
  }

  @Put(':id/information')
  @Act()
  @Allow('window.manage')
  @ApiOperation({ summary: 'Say whom to ask about a window and what to read first, for its public page' })
  @ApiOkResponse({ type: InformationView })
  inform(@Me() me: Caller, @ActKey() key: string, @Param() { id }: WindowParam, @Body() dto: InformDto): Promise<InformationView> {
    return this.information.inform(me, key, id, dto);
  }
}
