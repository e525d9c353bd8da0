import type { WindowAccount } from '@dengke/contract';
import { Internal, Timeless } from '@dengke/service-kit';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountService } from './account.service';
import { WindowAccountDto, WindowParam } from './windows.dto';
import { WindowsService } from './windows.service';

@ApiTags('internal')
@Controller('internal/windows')
@Internal()
@Timeless()
export class AccountsController {
  constructor(
    private readonly windows: WindowsService,
    private readonly account: AccountService,
  ) {}

  @Get(':id/accounts')
  @ApiOperation({ summary: 'The account of a window, whole and at every organisation: `npm run ops -- account`' })
  @ApiOkResponse({ type: [WindowAccountDto] })
  async all(@Param() { id }: WindowParam): Promise<WindowAccount[]> {
    return this.account.everyAccount(await this.windows.known(id));
  }
}
