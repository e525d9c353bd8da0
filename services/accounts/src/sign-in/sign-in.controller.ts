import { Body, Controller, Get, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Me, OpenWhile, Public, SignedIn, Timeless } from '@dengke/service-kit';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { PasskeysService } from '../second-factor/passkeys.service';
import { ShownSecondFactorDto } from '../second-factor/second-factor.dto';
import { ClientKind } from '../sessions/client';
import { SessionBegins, sessionHeaders } from '../sessions/session-header.interceptor';
import type { Begun } from '../sessions/session-header.interceptor';
import { ClientAddress } from './client-address';
import { ChoosePositionDto, SignedInDto, SignInDto } from './sign-in.dto';
import { SignInService } from './sign-in.service';

@ApiTags('sign-in')
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly passkeys: PasskeysService,
  ) {}

  @Post('sessions')
  @Public()
  @UseInterceptors(SessionBegins)
  @ApiOperation({ summary: 'Sign in with an issued login, and the second factor where there is one; the session goes into a cookie' })
  @ApiCreatedResponse({ type: SignedInDto, headers: sessionHeaders })
  @ApiUnauthorizedResponse()
  @ApiTooManyRequestsResponse()
  begin(@Body() dto: SignInDto, @ClientAddress() address: string, @ClientKind() client: string | null): Promise<Begun<SignedInDto>> {
    return this.signIn.begin(dto, { address, client });
  }

  @Post('sessions/current/passkey-options')
  @SignedIn()
  @OpenWhile('second-factor')
  @Timeless()
  @HttpCode(200)
  @ApiOperation({ summary: 'What `navigator.credentials.get` needs to show a passkey' })
  @ApiOkResponse({ type: Object })
  askForPasskey(@Me() me: Caller): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.passkeys.ask(me);
  }

  @Post('sessions/current/second-factor')
  @SignedIn()
  @OpenWhile('second-factor')
  @HttpCode(200)
  @UseInterceptors(SessionBegins)
  @ApiOperation({ summary: 'Show the second factor: completes a sign-in, and opens what is marked for step-up' })
  @ApiOkResponse({ type: SignedInDto, headers: sessionHeaders })
  @ApiTooManyRequestsResponse()
  show(@Me() me: Caller, @Body() dto: ShownSecondFactorDto, @ClientAddress() address: string): Promise<Begun<SignedInDto>> {
    return this.signIn.show(me, dto, address);
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
  @OpenWhile('change-password', 'enrol', 'second-factor')
  @Timeless()
  @ApiOperation({ summary: 'Who is signed in, from which position, with which rights, and what is to be done first' })
  @ApiOkResponse({ type: SignedInDto })
  me(@Me() me: Caller): Promise<SignedInDto> {
    return this.signIn.me(me);
  }
}
