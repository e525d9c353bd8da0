import { Public, SignedIn } from '@dengke/service-kit';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CodeList, CodeListLine, CodeListParam } from './code-lists.dto';
import { CodeListsService } from './code-lists.service';

@ApiTags('code-lists')
@Controller('code-lists')
export class CodeListsController {
  constructor(private readonly lists: CodeListsService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The code lists of the form in their present editions' })
  @ApiOkResponse({ type: [CodeListLine] })
  all(): Promise<CodeListLine[]> {
    return this.lists.all();
  }

  @Get(':list')
  @Public()
  @Header('cache-control', 'public, max-age=3600')
  @ApiOperation({ summary: 'One code list with its entries, for everybody: the register is searched by some of them' })
  @ApiOkResponse({ type: CodeList })
  one(@Param() { list }: CodeListParam): Promise<CodeList> {
    return this.lists.one(list);
  }
}
