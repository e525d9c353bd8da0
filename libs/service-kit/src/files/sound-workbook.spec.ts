import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { aZip, sheetParts } from '@dengke/test-kit';
import { requireSoundWorkbook } from './sound-workbook';

const MiB = 1024 * 1024;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The most that stood in buffers at once while it ran, beyond what stood there before; zlib gives out what it inflates in these. */
async function buffersOf(work: () => Promise<unknown>): Promise<number> {
  collectGarbage();
  const before = process.memoryUsage().arrayBuffers;
  let most = before;
  let running = true;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage().arrayBuffers);
    if (running) {
      setImmediate(look);
    }
  };
  look();
  await work().finally(() => {
    running = false;
    look();
  });
  return most - before;
}

/** Three hundred megabytes of nothing in three hundred kilobytes, whose directory admits to a thousand bytes. */
const aLyingBomb = (): Buffer => aZip([...sheetParts, { name: 'xl/a.xml', content: ' '.repeat(300 * MiB), inflated: 1_000 }]);

describe('looking into a workbook before it is read', () => {
  it('inflates a part no further than its directory admits to, however much is in it', async () => {
    const bomb = aLyingBomb();
    let refusal: unknown;
    const inflated = await buffersOf(() => requireSoundWorkbook(bomb, '名单.xlsx').catch((error: unknown) => (refusal = error)));

    expect(bomb.length).toBeLessThan(MiB);
    expect(refusal).toMatchObject({ code: 'FILE_TYPE_REFUSED' });
    expect(inflated).toBeLessThan(MiB);
  });

  it('inflates nothing of what admits to be large', async () => {
    const bomb = aZip([...sheetParts, { name: 'xl/a.xml', content: ' '.repeat(300 * MiB) }]);
    let refusal: unknown;
    const inflated = await buffersOf(() => requireSoundWorkbook(bomb, '名单.xlsx').catch((error: unknown) => (refusal = error)));

    expect(refusal).toMatchObject({ code: 'FILE_TYPE_REFUSED' });
    expect(inflated).toBeLessThan(MiB);
  });
});
