import { Public, Timeless } from '@dengke/service-kit';
import { Controller, Get } from '@nestjs/common';
import type { OpenApiDocument } from './merge-documents';
import { OpenApiService } from './openapi.service';

@Controller('api/openapi.json')
@Public()
@Timeless()
export class OpenApiController {
  constructor(private readonly openApi: OpenApiService) {}

  @Get()
  document(): Promise<OpenApiDocument> {
    return this.openApi.document();
  }
}
