import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, writeOpenApi } from '@dengke/service-kit';
import { anEnvironment, unexplainedRules, unsaidIn } from '@dengke/test-kit';
import type { ApiDocument } from '@dengke/test-kit';
import { NotificationsConfig } from './config';
import { notifications } from './notifications';

describe('notifications', () => {
  it('says in its API document for every route what it is for, what it answers and what it refuses', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dengke-notifications-'));
    const file = join(folder, 'openapi.json');
    await writeOpenApi(
      notifications(readConfig(NotificationsConfig, anEnvironment({ DENGKE_MAIL_URL: 'smtp://127.0.0.1:1', DENGKE_FILES_DIR: folder }))),
      file,
    );
    const { operations, unsaid } = unsaidIn(JSON.parse(await readFile(file, 'utf8')) as ApiDocument);
    await rm(folder, { recursive: true });

    expect(operations).toBe(31);
    expect(unsaid).toEqual([]);
  });

  it('has a sentence for every rule of its forms, and a name for every field', () => {
    const { rules, unexplained } = unexplainedRules();

    expect(rules).toBeGreaterThan(80);
    expect(unexplained).toEqual([]);
  });
});
