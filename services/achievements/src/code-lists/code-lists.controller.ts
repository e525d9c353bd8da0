import { SignedIn } from '@dengke/service-kit';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CodeListParam } from './code-lists.dto';
import type { CodeList, CodeListLine } from './code-lists.dto';
import { CodeListsService } from './code-lists.service';

@ApiTags('code-lists')
@Controller('code-lists')
export class CodeListsController {
  constructor(private readonly lists: CodeListsService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The code lists of the form in their present editions' })
  all(): Promise<CodeListLine[]> {
    return this.lists.all();
  }

  @Get(':list')
  @SignedIn()
  @ApiOperation({ summary: 'One code list with its entries' })
  one(@Param() { list }: CodeListParam): Promise<CodeList> {
    return this.lists.one(list);
  }
}
