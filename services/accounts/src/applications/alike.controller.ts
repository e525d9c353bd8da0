import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ApplicationsAlike } from '@dengke/contract';
import { Internal, Timeless } from '@dengke/service-kit';
import { AlikeService } from './alike.service';
import { ApplicationsAlikeDto } from './limit-moves.dto';

@ApiTags('internal')
@Controller('internal/applications')
@Internal()
@Timeless()
export class AlikeController {
  constructor(private readonly alike: AlikeService) {}

  @Get('alike')
  @ApiOperation({
    summary: 'Running applications by the limits they go by: what achievements counts anew before limits or calendar change',
  })
  @ApiOkResponse({ type: [ApplicationsAlikeDto] })
  all(): Promise<ApplicationsAlike[]> {
    return this.alike.all();
  }
}
