import { documentMark, Public } from '@dengke/service-kit';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, ApiTooManyRequestsResponse } from '@nestjs/swagger';
import { HouseModeDto } from './house.dto';

@ApiTags('house')
@Controller('house')
export class HouseController {
  @Get()
  @Public()
  @Header('cache-control', 'public, max-age=60')
  @ApiOperation({ summary: 'Whether people only practise here, and what every page says then' })
  @ApiOkResponse({ type: HouseModeDto })
  @ApiTooManyRequestsResponse()
  mode(): HouseModeDto {
    return { training: documentMark() !== null, mark: documentMark() };
  }
}
