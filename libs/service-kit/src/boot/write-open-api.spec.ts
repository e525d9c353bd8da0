import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Injectable, Module, Post } from '@nestjs/common';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { DataSource } from 'typeorm';
import { anEnvironment, aDatabase } from '@dengke/test-kit';
import { ApiProperty } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { readConfig } from '../config/config';
import { ServiceConfig } from '../config/service-config';
import { Act, Allow } from '../http/access';
import { createService } from './create-service';
import { writeOpenApi } from './write-open-api';

class SampleUnit {
  @IsString() @Length(2, 100) name!: string;
}
class SampleDraft {
  @ApiProperty({ maxLength: 99 }) @IsString() @Length(1, 200) title!: string;
  @IsOptional() @Matches(/^\d{4}$/) month?: `${number}`;
  @IsIn(['applied', 'basic', 'soft']) category!: string;
  @IsInt() @Min(2000) @Max(2100) year!: number;
  @IsOptional() @IsString() remark?: string;
  @ValidateNested({ each: true }) @Type(() => SampleUnit) units!: SampleUnit[];
}

@Injectable()
class NeedsDatabase {
  constructor(readonly database: DataSource) {}
}

@Controller('drafts')
class DraftsController {
  constructor(private readonly needs: NeedsDatabase) {}

  @Post() @Act() @Allow('draft.write') create(@Body() draft: SampleDraft) {
    return { draft, connected: this.needs.database.isInitialized };
  }
}

@Module({ controllers: [DraftsController], providers: [NeedsDatabase] })
class DraftsModule {}

const database = { entities: [], migrations: [] };

describe('the OpenAPI document', () => {
  it('is written without a database, with what the validators say of each field', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'dengke-openapi-')), 'drafts.json');
    const config = readConfig(ServiceConfig, anEnvironment());

    await writeOpenApi({ title: 'drafts', module: DraftsModule, config, database, prefix: 'api' }, file);

    const document = JSON.parse(await readFile(file, 'utf8')) as OpenAPIObject;
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/drafts', '/internal/feed', '/health/live']));
    expect(document.components?.schemas?.['SampleDraft']).toEqual({
      type: 'object',
      required: ['title', 'category', 'year', 'units'],
      properties: {
        title: { type: 'string', minLength: 1, maxLength: 99 },
        month: { type: 'string', pattern: '^\\d{4}$' },
        category: { type: 'string', enum: ['applied', 'basic', 'soft'] },
        year: { type: 'integer', minimum: 2000, maximum: 2100 },
        remark: { type: 'string' },
        units: { type: 'array', items: { $ref: '#/components/schemas/SampleUnit' } },
      },
    });
  });

  it('is the same that the running service serves', async () => {
    const own = await aDatabase('openapi');
    const config = readConfig(ServiceConfig, anEnvironment({ DENGKE_DATABASE_URL: own.url }));
    const definition = { title: 'drafts', module: DraftsModule, config, database, prefix: 'api', background: false };
    const file = join(await mkdtemp(join(tmpdir(), 'dengke-openapi-')), 'drafts.json');

    const app = await createService(definition);
    const served = await app.inject({ url: '/openapi.json' });
    await app.close();
    await own.drop();
    await writeOpenApi(definition, file);

    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(served.body));
  });
});
