import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JSONWebKeySet } from 'jose';
import { Internal, Timeless } from '@dengke/service-kit';
import { ConfirmedDto, KeySetDto, MintedDto, SessionShownDto, TokenDto } from './keys.dto';
import { KeysService } from './keys.service';

@ApiTags('internal')
@Controller('internal')
@Internal()
@Timeless()
export class KeysController {
  constructor(private readonly service: KeysService) {}

  @Post('token')
  @HttpCode(200)
  @ApiOperation({ summary: 'The signed token of a session, for the gateway' })
  @ApiOkResponse({ type: MintedDto })
  token(@Body() { session }: SessionShownDto): Promise<MintedDto> {
    return this.service.mint(session);
  }

  @Get('keys')
  @ApiOperation({ summary: 'The public keys of the tokens (JWKS)' })
  @ApiOkResponse({ type: KeySetDto })
  keys(): JSONWebKeySet {
    return this.service.keySet();
  }

  @Post('confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Whether the bearer of a token still stands, read again before every act' })
  @ApiOkResponse({ type: ConfirmedDto })
  confirm(@Body() { token }: TokenDto): Promise<ConfirmedDto> {
    return this.service.confirm(token);
  }
}
