import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '@dengke/contract';
import { aMultipart, aPdf, AScanner, aSpecVirus } from '@dengke/test-kit';
import { aKey, of, withCascade } from '../../testing/a-cascade';
import { aHouse } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { NoticeFile } from './notice-file.entity';

describe('a file of a letter where a virus scanner is configured', () => {
  let scanner: AScanner;
  let house: House;
  beforeAll(async () => {
    scanner = await AScanner.begin();
    house = await aHouse({ DENGKE_CLAMD_ADDRESS: scanner.address });
    await withCascade(house);
  });
  afterAll(() => house.close());

  const upload = async (content: Buffer) => {
    const { payload, contentType } = aMultipart([{ name: 'file', value: content, fileName: '附件.pdf' }]);
    const headers = { ...(await house.headersOf(of('changzhi'))), 'content-type': contentType, 'idempotency-key': aKey() };
    const answer = await house.app.inject({ method: 'POST', url: '/api/v1/notices/files', headers, payload });
    return [answer.statusCode, (JSON.parse(answer.body) as Problem).code];
  };

  it('is taken when it is clean, goes into quarantine when it is not, and is not taken while the scanner is away', async () => {
    expect(await upload(aPdf('% clean'))).toEqual([201, undefined]);
    expect(await upload(aPdf(`% ${aSpecVirus}`))).toEqual([422, 'FILE_INFECTED']);
    expect(await readdir(join(house.config.filesDir, 'quarantine'))).toHaveLength(1);
    await scanner.goAway();
    expect(await upload(aPdf('% away'))).toEqual([503, 'UNAVAILABLE']);

    expect(await house.database.manager.count(NoticeFile)).toBe(1);
  });
});
