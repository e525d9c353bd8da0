import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, writeOpenApi } from '@dengke/service-kit';
import { anEnvironment, unexplainedRules, unsaidIn } from '@dengke/test-kit';
import type { ApiDocument } from '@dengke/test-kit';
import { achievements } from './achievements';
import { AchievementsConfig } from './config';

describe('achievements', () => {
  let folder: string;
  let document: ApiDocument;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dengke-achievements-'));
    const file = join(folder, 'openapi.json');
    await writeOpenApi(achievements(readConfig(AchievementsConfig, anEnvironment({ DENGKE_FILES_DIR: folder }))), file);
    document = JSON.parse(await readFile(file, 'utf8')) as ApiDocument;
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('says in its API document for every route what it is for, what it answers and what it refuses', () => {
    const { operations, unsaid } = unsaidIn(document);

    expect(operations).toBeGreaterThan(30);
    expect(unsaid).toEqual([]);
  });

  it('has a sentence for every rule of its forms, and a name for every field', () => {
    const { rules, unexplained } = unexplainedRules();

    expect(rules).toBeGreaterThan(300);
    expect(unexplained).toEqual([]);
  });

  it('asks in no list for what has a default', () => {
    const { parameters } = document.paths['/api/v1/submissions']!['get'] as unknown as { parameters: { name: string }[] };

    expect(parameters.find(({ name }) => name === 'limit')).toMatchObject({ required: false, schema: { default: 50 } });
  });
});
