import { SignedIn } from '@dengke/service-kit';
import { Controller, Get, Param } from '@nestjs/common';
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
  @SignedIn()
  @ApiOperation({ summary: 'One code list with its entries' })
  @ApiOkResponse({ type: CodeList })
  one(@Param() { list }: CodeListParam): Promise<CodeList> {
    return this.lists.one(list);
  }
}
