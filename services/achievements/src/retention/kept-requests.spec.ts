import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { PlainDate } from '@dengke/contract';
import { BlobStore, BusinessClock, inTransaction, Ledger, Disposing } from '@dengke/service-kit';
import { completer } from '../../testing/a-registration';
import { ServiceWorld } from '../../testing/a-service';
import { aSubmission } from '../../testing/a-submission';
import { AchievementsModule } from '../achievements.module';
import { Submission } from '../acts/submission.entity';
import { seedAchievements } from '../seed';
import { ObjectionFile } from '../objections/objection-file.entity';
import { Objection } from '../objections/objection.entity';
import { objectionSubject } from '../objections/objection-subject';

const august = '2023-08-14T02:00:00.000Z';
const due = '2028-08-15T02:00:00.000Z';

describe('what is kept of an objection', () => {
  let world: ServiceWorld;
  let serial: string;
  let receipts = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
    ({ serial } = await aSubmission(world, completer, '被异议的成果', august));
  }, 60_000);
  afterAll(() => world.end());

  const disposing = () => world.app.get(Disposing, { strict: false });
  const at = <T>(instant: string, what: () => Promise<T>): Promise<T> => world.app.get(BusinessClock).at(instant, what);
  const blobOf = (sha256: string): string => join(world.filesDir, 'blobs', sha256.slice(0, 2), sha256);
  const rowOf = (receipt: string) => world.database.manager.findOneByOrFail(Objection, { receipt });

  async function anObjection(disposeOn: PlainDate | null, content: string): Promise<{ receipt: string; sha256: string }> {
    const { manager } = world.database;
    const receipt = `O2023-${String((receipts += 1)).padStart(6, '0')}`;
    const blobs = world.app.get(BlobStore, { strict: false });
    const blob = await blobs.stage(Readable.from([Buffer.from(content)]));
    await blobs.keep(blob);
    await utimes(blobOf(blob.sha256), 0, 0);
    await manager.insert(Objection, {
      ...{ receipt, serial, unitId: 'unit', deskId: 'org-sx-kjt', state: disposeOn === null ? 'received' : 'not-accepted', flaw: null },
      ...{ kinds: ['truth'], objector: 'person', name: 'sealed', contact: 'sealed', secretDigest: '0'.repeat(64) },
      ...{ receivedAt: august, acceptedAt: null, closedAt: disposeOn && august, disposeOn },
    });
    const { sha256, bytes } = blob;
    await manager.insert(ObjectionFile, { receipt, part: 'file1', fileName: '证明.pdf', mediaType: 'application/pdf', bytes, sha256 });
    await inTransaction(world.database, (writing) =>
      world.app.get(Ledger).record(writing, objectionSubject(receipt), {
        ...{ kind: 'object', actId: 'object', at: august, by: null, organisationId: null, relay: false },
        ...{ detail: { receipt }, text: { grounds: '第三节抄袭' } },
      }),
    );
    return { receipt, sha256 };
  }

  it('is disposed of when its term is over: name, contact, words and files; that it was, and the chain, stay', async () => {
    const { receipt, sha256 } = await anObjection('2028-08-14', '第一份证明');

    expect(await at('2028-08-14T02:00:00.000Z', () => disposing().due())).toEqual([]);
    expect(await at(due, () => disposing().due())).toEqual([{ kind: 'objection', id: receipt, serial, disposeOn: '2028-08-14' }]);
    expect(await rowOf(receipt)).toMatchObject({ name: 'sealed' });
    expect(existsSync(blobOf(sha256))).toBe(true);

    expect(await at(due, () => disposing().dispose())).toHaveLength(1);
    expect(await rowOf(receipt)).toMatchObject({ name: null, contact: null, state: 'not-accepted', disposeOn: '2028-08-14' });
    expect(await world.database.manager.countBy(ObjectionFile, { receipt })).toBe(0);
    expect(existsSync(blobOf(sha256))).toBe(false);
    const ledger = world.app.get(Ledger);
    const story = await ledger.timeline(objectionSubject(receipt));
    expect(story.map(({ kind, text }) => [kind, text])).toEqual([
      ['object', null],
      ['dispose', null],
    ]);
    expect(await ledger.verify(objectionSubject(receipt))).toBeNull();
    expect(await at(due, () => disposing().dispose())).toEqual([]);
  });

  it('stays while an objection to the same achievement is open, while it is held, and while it is suspected [P17 P33]', async () => {
    const { manager } = world.database;
    const { receipt } = await anObjection('2028-08-14', '第二份证明');
    const open = await anObjection(null, '第三份证明');
    expect(await at(due, () => disposing().dispose())).toEqual([]);
    await manager.update(Objection, { receipt: open.receipt }, { state: 'moot', closedAt: august, disposeOn: '2030-01-01' });
    for (const set of [{ heldAt: august }, { state: 'suspected' as const }]) {
      const { heldAt, state } = await manager.findOneByOrFail(Submission, { serial });
      await manager.update(Submission, { serial }, set);
      expect(await at(due, () => disposing().dispose())).toEqual([]);
      await manager.update(Submission, { serial }, { heldAt, state });
    }

    expect(await at(due, () => disposing().due())).toMatchObject([{ id: receipt }]);
  });

  it('leaves a file on the disk that something else holds too', async () => {
    const first = await anObjection('2028-08-14', '同一份证明');
    const second = await anObjection('2030-01-01', '同一份证明');
    await at(due, () => disposing().dispose());

    expect(await rowOf(first.receipt)).toMatchObject({ name: null });
    expect(existsSync(blobOf(second.sha256))).toBe(true);
  });
});
