import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '@dengke/contract';
import { badFiles, computedSince } from '@dengke/test-kit';
import { Module } from '@nestjs/common';
import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import type { DraftView } from '../drafts/drafts.dto';
import { DraftsModule } from '../drafts/drafts.module';
import { EvidenceFile } from './evidence.entity';
import { EvidenceModule } from './evidence.module';

@Module({ imports: [DraftsModule, EvidenceModule] })
class Slices {}

const me = someoneOf(aUnit.id);
const most = { ms: 10_000, rss: 400 * 1024 * 1024 };

describe('evidence that must not come in', () => {
  let world: ServiceWorld;
  let draftId: string;
  beforeAll(async () => {
    world = await ServiceWorld.begin(Slices);
    draftId = (await world.as(me).post<DraftView>('/drafts', { form: aForm() })).body.id;
  });
  afterAll(() => world.end());

  it('is of more than sixty kinds', () => {
    expect(badFiles.length).toBeGreaterThanOrEqual(60);
  });

  it.each(badFiles)('is refused, in time and with nothing kept, when it is %s', async (_, fileName, make, reason) => {
    const parts = [
      { name: 'kind', value: 'acceptance-report' },
      { name: 'number', value: '第1号' },
      { name: 'issuedOn', value: '2023-05-16' },
      { name: 'file', value: make(), fileName },
    ];
    const before = process.memoryUsage().rss;
    const started = process.cpuUsage();
    const { status, body } = await world.upload<Problem>(me, `/drafts/${draftId}/evidence`, parts);

    expect([status, body.code, body.details?.['reason']]).toEqual([415, 'FILE_TYPE_REFUSED', reason]);
    expect(computedSince(started)).toBeLessThan(most.ms);
    expect(process.memoryUsage().rss - before).toBeLessThan(most.rss);
    expect(await world.database.manager.count(EvidenceFile)).toBe(0);
    expect(await readdir(world.filesDir, { recursive: true })).toEqual(['staging']);
    expect(await readdir(join(world.filesDir, 'staging'))).toEqual([]);
  });
});
