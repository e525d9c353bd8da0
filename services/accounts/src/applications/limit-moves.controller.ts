import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { credentialApplications, organiserApplications } from './application-kinds';
import { ApplicationParam, ApplicationProgressDto } from './applications.dto';
import { MoveToLimitDto } from './limit-moves.dto';
import { LimitMovesService } from './limit-moves.service';

@ApiTags('limits')
@Controller()
export class LimitMovesController {
  constructor(private readonly moves: LimitMovesService) {}

  @Post('credential-applications/:id/limit')
  @Allow('limit.set')
  @Act()
  @HttpCode(200)
  @ApiOperation({ summary: 'Have a running application for a login go by another limit, with a reason' })
  @ApiOkResponse({ type: ApplicationProgressDto })
  moveCredential(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { id }: ApplicationParam,
    @Body() dto: MoveToLimitDto,
  ): Promise<ApplicationProgressDto> {
    return this.moves.move(credentialApplications, me, key, id, dto);
  }

  @Post('organiser-applications/:id/limit')
  @Allow('limit.set')
  @Act()
  @HttpCode(200)
  @ApiOperation({ summary: 'Have a running application to be an organiser go by another limit, with a reason' })
  @ApiOkResponse({ type: ApplicationProgressDto })
  moveOrganiser(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { id }: ApplicationParam,
    @Body() dto: MoveToLimitDto,
  ): Promise<ApplicationProgressDto> {
    return this.moves.move(organiserApplications, me, key, id, dto);
  }
}
