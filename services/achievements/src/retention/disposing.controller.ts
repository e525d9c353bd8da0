import { Internal } from '@dengke/service-kit';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DueDisposalDto } from './disposing.dto';
import { DisposingService } from './disposing.service';

@ApiTags('internal')
@Controller('internal/disposals')
@Internal()
export class DisposingController {
  constructor(private readonly disposing: DisposingService) {}

  @Get()
  @ApiOperation({ summary: 'What is kept longer than it may be: `npm run ops -- dispose`' })
  @ApiOkResponse({ type: [DueDisposalDto] })
  due(): Promise<DueDisposalDto[]> {
    return this.disposing.due();
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Dispose of it: `npm run ops -- dispose --now`' })
  @ApiOkResponse({ type: [DueDisposalDto] })
  dispose(): Promise<DueDisposalDto[]> {
    return this.disposing.dispose();
  }
}
