import { Public, Timeless } from '@dengke/service-kit';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { PublicityEntryDto, PublicityListDto, PublicityQuery } from './publicity.dto';
import { PublicityService } from './publicity.service';

@ApiTags('publicity')
@Controller('publicity')
@Public()
@Timeless()
export class PublicityController {
  constructor(private readonly publicity: PublicityService) {}

  @Get()
  @Header('cache-control', 'public, max-age=60')
  @ApiOperation({ summary: 'Everything in publicity, for everybody: name, units, completers, summary, from when to when' })
  @ApiOkResponse({ type: PublicityListDto })
  list(@Query() query: PublicityQuery): Promise<PublicityListDto> {
    return this.publicity.list(query);
  }

  @Get(':serial')
  @Header('cache-control', 'public, max-age=60')
  @ApiOperation({ summary: 'One of them' })
  @ApiOkResponse({ type: PublicityEntryDto })
  one(@Param() { serial }: SerialParam): Promise<PublicityEntryDto> {
    return this.publicity.one(serial);
  }
}
