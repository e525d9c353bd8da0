import { Body, Controller, Delete, Get, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Me, Public, SignedIn, Timeless, WithFirstPassword } from '@dengke/service-kit';
import { ClientAddress } from './client-address';
import type { ClaimedAddress } from './client-address';
import { SessionBegins, SessionEnds } from './session-header.interceptor';
import { ChoosePositionDto, SignedInDto, SignInDto } from './sign-in.dto';
import { SignInService } from './sign-in.service';
import type { Begun } from './sign-in.service';

@ApiTags('sign-in')
@Controller()
export class SignInController {
  constructor(private readonly signIn: SignInService) {}

  @Post('sessions')
  @Public()
  @UseInterceptors(SessionBegins)
  @ApiOperation({ summary: 'Sign in with an issued login; the session goes into a cookie' })
  @ApiCreatedResponse({ type: SignedInDto })
  begin(@Body() dto: SignInDto, @ClientAddress() address: ClaimedAddress): Promise<Begun> {
    return this.signIn.begin(dto, address);
  }

  @Delete('sessions/current')
  @SignedIn()
  @WithFirstPassword()
  @Timeless()
  @HttpCode(204)
  @UseInterceptors(SessionEnds)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  end(@Me() me: Caller): Promise<void> {
    return this.signIn.end(me);
  }

  @Post('sessions/current/position')
  @SignedIn()
  @Timeless()
  @HttpCode(200)
  @ApiOperation({ summary: 'Act from another of one’s positions' })
  @ApiOkResponse({ type: SignedInDto })
  actFrom(@Me() me: Caller, @Body() { positionId }: ChoosePositionDto): Promise<SignedInDto> {
    return this.signIn.actFrom(me, positionId);
  }

  @Get('me')
  @SignedIn()
  @WithFirstPassword()
  @Timeless()
  @ApiOperation({ summary: 'Who is signed in, from which position, with which rights' })
  @ApiOkResponse({ type: SignedInDto })
  me(@Me() me: Caller): Promise<SignedInDto> {
    return this.signIn.me(me);
  }
}
