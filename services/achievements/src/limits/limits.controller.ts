import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EachOutcome } from '../acts/each-outcome.dto';
import { MovedDeadlines } from '../deadlines/deadlines.dto';
import { LimitParam, LimitPreview, LimitView, MoveToLimitDto, SetLimitDto } from './limits.dto';
import { LimitsService } from './limits.service';
import { MovingService } from './moving.service';

@ApiTags('limits')
@Controller('limits')
export class LimitsController {
  constructor(
    private readonly limits: LimitsService,
    private readonly moving: MovingService,
  ) {}

  @Get()
  @Allow('window.read')
  @ApiOperation({ summary: 'Every limit there is, was or will be: value, kind of days, from and to, source, scope' })
  @ApiOkResponse({ type: [LimitView] })
  list(): Promise<LimitView[]> {
    return this.limits.list();
  }

  @Post('preview')
  @HttpCode(200)
  @Allow('limit.set')
  @ApiOperation({ summary: 'What a limit would take the place of, and which open deadlines would move by it; nothing is stored' })
  @ApiOkResponse({ type: LimitPreview })
  preview(@Body() dto: SetLimitDto): Promise<LimitPreview> {
    return this.limits.preview(dto);
  }

  @Post()
  @Act()
  @Allow('limit.set')
  @ApiOperation({ summary: 'Set a limit from a day on; what is running keeps the one it began with' })
  @ApiCreatedResponse({ type: LimitView })
  set(@Me() me: Caller, @ActKey() key: string, @Body() dto: SetLimitDto): Promise<LimitView> {
    return this.limits.set(me, key, dto);
  }

  @Get(':id/moves')
  @Allow('limit.set')
  @ApiOperation({ summary: 'Which running waits would end on another day, were they moved to this limit, applications among them' })
  @ApiOkResponse({ type: [MovedDeadlines] })
  moves(@Param() { id }: LimitParam): Promise<MovedDeadlines[]> {
    return this.limits.moves(id);
  }

  @Post(':id/moves')
  @HttpCode(200)
  @Act()
  @Allow('limit.set')
  @ApiOperation({ summary: 'Have running waits go by this limit, with a reason, each by an act of its own' })
  @ApiOkResponse({ type: [EachOutcome] })
  move(@Me() me: Caller, @ActKey() key: string, @Param() { id }: LimitParam, @Body() dto: MoveToLimitDto): Promise<EachOutcome[]> {
    return this.moving.move(me, key, id, dto);
  }
}
