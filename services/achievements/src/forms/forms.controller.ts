import { SignedIn } from '@dengke/service-kit';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FormEditions } from './form-editions';
import { FormSchemaLine, FormSchemaView, SchemaParam } from './forms.dto';

@ApiTags('forms')
@Controller('form-schemas')
export class FormsController {
  constructor(private readonly editions: FormEditions) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The forms of each category and edition' })
  @ApiOkResponse({ type: [FormSchemaLine] })
  all(): FormSchemaLine[] {
    return this.editions.all().map(({ id, category, year, title }) => ({ id, category, year, title }));
  }

  @Get(':id')
  @SignedIn()
  @ApiOperation({ summary: 'One form with its sections and fields; `common-…` is that of a draft without a category' })
  @ApiOkResponse({ type: FormSchemaView })
  one(@Param() { id }: SchemaParam): FormSchemaView {
    return this.editions.byId(id);
  }
}
