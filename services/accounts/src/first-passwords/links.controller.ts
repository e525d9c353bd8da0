import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Internal } from '@dengke/service-kit';
import { LinkParam, LinkToMailDto } from './links.dto';
import { LinksService } from './links.service';

@ApiTags('internal')
@Controller('internal/first-password-links')
@Internal()
export class InternalLinksController {
  constructor(private readonly links: LinksService) {}

  @Get(':id')
  @ApiOperation({ summary: 'A one-time link and the login it is for, for notifications at the moment of mailing it' })
  @ApiOkResponse({ type: LinkToMailDto })
  link(@Param() { id }: LinkParam): Promise<LinkToMailDto> {
    return this.links.toMail(id);
  }
}
