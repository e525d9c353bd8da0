import { LeavingFiles, letLeave } from '@dengke/service-kit';
import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evidence } from '@dengke/contract';
import { aPdf } from '@dengke/test-kit';
import { aForm } from '../../testing/a-form';
import { completer } from '../../testing/a-registration';
import { ServiceWorld } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import type { DraftView } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import { EvidenceFile } from './evidence.entity';

describe('files that leave the disk', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
  }, 60_000);
  afterAll(() => world.end());

  const leaving = () => world.app.get(LeavingFiles, { strict: false });
  const blobOf = (sha256: string): string => join(world.filesDir, 'blobs', sha256.slice(0, 2), sha256);
  const waits = async (sha256: string): Promise<boolean> =>
    (await world.database.query<unknown[]>('SELECT 1 FROM leaving_file WHERE sha256 = ?', [sha256])).length > 0;

  async function aPiece(content: string): Promise<Evidence> {
    const { id } = (await world.as(completer).post<DraftView>('/drafts', { form: aForm({ name: content }) })).body;
    const { body } = await world.upload<Evidence>(completer, `/drafts/${id}/evidence`, [
      { name: 'kind', value: 'evaluation-certificate' },
      { name: 'number', value: '第1号' },
      { name: 'issuedOn', value: '2023-05-16' },
      { name: 'file', value: aPdf(`% ${content}`), fileName: `${content}.pdf` },
    ]);
    return body;
  }

  it('wait while the same content may have been brought a moment ago, and go later, whoever was killed in between', async () => {
    const { id, sha256 } = await aPiece('刚刚上传的成果');
    await world.database.manager.delete(EvidenceFile, { id });
    await letLeave(world.database.manager, [sha256, sha256]);

    expect(await leaving().sweep()).toBe(0);
    expect([existsSync(blobOf(sha256)), await waits(sha256)]).toEqual([true, true]);
    await utimes(blobOf(sha256), 0, 0);
    expect(await leaving().sweep()).toBe(1);
    expect([existsSync(blobOf(sha256)), await waits(sha256)]).toEqual([false, false]);
  });

  it('stay for a piece of another draft, taken out or not: a submitted version may name it [P27]', async () => {
    const { id, sha256 } = await aPiece('另一草稿也有的成果');
    await world.database.manager.update(EvidenceFile, { id }, { removedAt: '2023-08-14T02:00:00.000Z' });
    await utimes(blobOf(sha256), 0, 0);
    await letLeave(world.database.manager, [sha256]);

    expect(await leaving().sweep()).toBe(0);
    expect([existsSync(blobOf(sha256)), await waits(sha256)]).toEqual([true, false]);
  });
});
