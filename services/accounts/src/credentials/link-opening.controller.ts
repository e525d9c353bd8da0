import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiGoneResponse, ApiNoContentResponse, ApiOperation, ApiTags, ApiTooManyRequestsResponse } from '@nestjs/swagger';
import { Public } from '@dengke/service-kit';
import { ClientAddress } from '../sign-in/client-address';
import { OpenLinkDto } from './credentials.dto';
import { LinkOpening } from './link-opening.service';

@ApiTags('credentials')
@Controller('first-passwords')
export class LinkOpeningController {
  constructor(private readonly opening: LinkOpening) {}

  @Post()
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Set one’s first password by the one-time link that came by mail; then sign in with it' })
  @ApiNoContentResponse()
  @ApiGoneResponse()
  @ApiTooManyRequestsResponse()
  open(@Body() dto: OpenLinkDto, @ClientAddress() address: string): Promise<void> {
    return this.opening.open(dto, address);
  }
}
