import { Public, Timeless } from '@dengke/service-kit';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import {
  AnnouncementsDto,
  AnnouncementsQuery,
  FacetCountDto,
  RegisterEntryDto,
  RegisterFilter,
  RegisterNumberParam,
  RegisterPageDto,
  RegisterQuery,
  WithheldEntryDto,
} from './register.dto';
import { RegisterService } from './register.service';

const aMinute = ['cache-control', 'public, max-age=60'] as const;

@ApiTags('register')
@Controller('register')
@Public()
@Timeless()
export class RegisterController {
  constructor(private readonly register: RegisterService) {}

  @Get()
  @Header(...aMinute)
  @ApiOperation({
    summary:
      'Search the public register: words of the name, unit, completer, and by category, year, area, kind of unit, industry, discipline',
  })
  @ApiOkResponse({ type: RegisterPageDto })
  search(@Query() query: RegisterQuery): Promise<RegisterPageDto> {
    return this.register.search(query);
  }

  @Get('facets')
  @Header(...aMinute)
  @ApiOperation({
    summary:
      'How many of what the same search finds have which category, year, area, kind of unit, industry, discipline; of what words find at most the newest 20,000',
  })
  @ApiOkResponse({ type: [FacetCountDto] })
  facets(@Query() filter: RegisterFilter): Promise<FacetCountDto[]> {
    return this.register.facets(filter);
  }

  @Get('announcements')
  @Header(...aMinute)
  @ApiOperation({ summary: 'Announcements 公告: how many were registered, by day and window, the newest first' })
  @ApiOkResponse({ type: AnnouncementsDto })
  announcements(@Query() query: AnnouncementsQuery): Promise<AnnouncementsDto> {
    return this.register.announcements(query);
  }

  @Get(':number')
  @Header(...aMinute)
  @ApiOperation({ summary: 'One entry of the register; a cancelled one with its mark and day, of what is classified nothing else' })
  @ApiExtraModels(RegisterEntryDto, WithheldEntryDto)
  @ApiOkResponse({ schema: { oneOf: [{ $ref: getSchemaPath(RegisterEntryDto) }, { $ref: getSchemaPath(WithheldEntryDto) }] } })
  one(@Param() { number }: RegisterNumberParam): Promise<RegisterEntryDto | WithheldEntryDto> {
    return this.register.one(number);
  }
}
