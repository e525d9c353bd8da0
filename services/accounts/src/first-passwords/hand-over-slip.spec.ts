import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pdfOf } from '@dengke/print';
import { pagesOf, pictureDifference, pictureOf } from '@dengke/test-kit';

/** Anti-aliasing of another version of poppler moves this many pixels; a line that is missing or moved, more. */
const TOLERANCE = 0.002;
const golden = readFileSync(join(__dirname, '../../testing/golden/hand-over-slip.png'));
const slip = {
  ...{ name: '甲某', login: 'jia.mou', password: 'Kq7-Wm3-Xr9', validUntil: '2023年8月17日 10:00（北京时间）' },
  positions: ['长治市漳岭煤业有限公司 完成人', '长治市漳岭煤业有限公司 单位管理员'],
};
const printed = (...slips: object[]) =>
  pdfOf(join(__dirname, 'hand-over-slip.typ'), {
    ...{ slips, issuer: '长治市能源局 乙某', issuedAt: '2023年8月10日 10:00（北京时间）', signInAt: 'https://dengke.example' },
  });

describe('the hand-over slip on paper', () => {
  it('looks like its golden page, each person on one of his own [P8]', async () => {
    const pdf = await printed({ ...slip, name: '丙某' }, slip);

    expect(pagesOf(pdf)).toHaveLength(2);
    expect(pictureDifference(pictureOf(pdf, 2), golden)).toBeLessThan(TOLERANCE);
    expect(pictureDifference(pictureOf(await printed({ ...slip, positions: [] })), golden)).toBeGreaterThan(TOLERANCE);
  });
});
