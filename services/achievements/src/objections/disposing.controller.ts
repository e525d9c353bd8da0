import { Internal } from '@dengke/service-kit';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DueObjectionDto } from './disposing.dto';
import { DisposingService } from './disposing.service';

@ApiTags('internal')
@Controller('internal/disposals')
@Internal()
export class DisposingController {
  constructor(private readonly disposing: DisposingService) {}

  @Get()
  @ApiOperation({ summary: 'Objections whose retention is over: `npm run ops -- dispose`' })
  @ApiOkResponse({ type: [DueObjectionDto] })
  due(): Promise<DueObjectionDto[]> {
    return this.disposing.due();
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Dispose of their names, contacts, words and files: `npm run ops -- dispose --now`' })
  @ApiOkResponse({ type: [DueObjectionDto] })
  dispose(): Promise<DueObjectionDto[]> {
    return this.disposing.dispose();
  }
}
