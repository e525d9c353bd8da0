import { Controller, Delete, Get, HttpCode, Param, UseInterceptors } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Me, OpenWhile, SignedIn, Timeless } from '@dengke/service-kit';
import { SessionEnds } from './session-header.interceptor';
import { SessionDto, SessionParam } from './sessions.dto';
import { SessionsService } from './sessions.service';

@ApiTags('sign-in')
@Controller('sessions')
@Timeless()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'One’s own sessions, the latest first' })
  @ApiOkResponse({ type: [SessionDto] })
  list(@Me() me: Caller): Promise<SessionDto[]> {
    return this.sessions.list(me);
  }

  @Delete('current')
  @SignedIn()
  @OpenWhile('change-password', 'enrol', 'second-factor')
  @HttpCode(204)
  @UseInterceptors(SessionEnds)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  endCurrent(@Me() me: Caller): Promise<void> {
    return this.sessions.end(me, me.sessionId);
  }

  @Delete('others')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'End all of one’s sessions but this one' })
  @ApiNoContentResponse()
  endOthers(@Me() me: Caller): Promise<void> {
    return this.sessions.endOthers(me);
  }

  @Delete(':id')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of one’s sessions' })
  @ApiNoContentResponse()
  endOne(@Me() me: Caller, @Param() { id }: SessionParam): Promise<void> {
    return this.sessions.end(me, id);
  }
}
