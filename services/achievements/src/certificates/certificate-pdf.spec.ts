import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontsOf, pagesOf, pictureDifference, pictureOf } from '@dengke/test-kit';
import type { Certificate } from './certificate.entity';
import { certificatePdf } from './certificate-pdf';

/** Anti-aliasing of another version of poppler moves this many pixels; a line that is missing or moved, more. */
const TOLERANCE = 0.002;
const golden = (name: string): Buffer => readFileSync(join(__dirname, '../../testing/golden', name));

const certificate: Certificate = {
  ...{ number: '9992023Y0001', version: 1, serial: '2023-000001', category: 'applied' },
  name: '低浓度煤层气梯级利用关键技术研究与工程应用示范',
  units: [
    { name: '长治市漳岭煤业有限公司', uscc: '91140403DM00000134' },
    { name: '山西示例能源研究院', uscc: '12140000J19Q0TU8F0' },
  ],
  completers: ['甲某', '乙某', '丙某', '丁某'],
  ...{ studyFrom: '2021-03', studyTo: '2023-04', approvedOn: '2023-08-14', registrar: '山西省科学技术厅' },
  ...{ issuedAt: '2023-08-14T02:00:00.000Z', digest: '0'.repeat(64), sealed: `c1.${'e'.repeat(500)}.${'A'.repeat(86)}` },
  ...{ standing: 'valid', endedAt: null },
};
const printedAs = (newest: Certificate = certificate) => certificatePdf(certificate, newest, 'https://dengke.example');

describe('the certificate on paper', () => {
  it('looks like the golden page [P35]', async () => {
    expect(pictureDifference(pictureOf(await printedAs()), golden('certificate.png'))).toBeLessThan(TOLERANCE);
  });

  it('does not, with a mark upon it, which is golden too [P36]', async () => {
    const superseded = pictureOf(await printedAs({ ...certificate, version: 2 }));

    expect(pictureDifference(superseded, golden('certificate.png'))).toBeGreaterThan(TOLERANCE);
    expect(pictureDifference(superseded, golden('certificate-superseded.png'))).toBeLessThan(TOLERANCE);
  });

  it('says that it was cancelled, and when, which is golden too [P36]', async () => {
    const cancelled = pictureOf(await printedAs({ ...certificate, standing: 'cancelled', endedAt: '2024-05-06T02:00:00.000Z' }));

    expect(pictureDifference(cancelled, golden('certificate-superseded.png'))).toBeGreaterThan(TOLERANCE);
    expect(pictureDifference(cancelled, golden('certificate-cancelled.png'))).toBeLessThan(TOLERANCE);
  });

  it('goes on to further pages when its lists are very long, none of it lost', async () => {
    const long: Certificate = {
      ...certificate,
      name: '煤'.repeat(200),
      units: Array.from({ length: 20 }, (_, index) => ({ name: `山西示例能源有限公司第${index + 1}分公司`.repeat(3), uscc: '' })),
      completers: Array.from({ length: 50 }, (_, index) => `完成人${index + 1}`),
    };
    const pages = pagesOf(await certificatePdf(long, long, 'https://dengke.example'));

    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join('')).toContain('完成人50');
    expect(pages.at(-1)).toContain('登记证明不作为确认成果权属的直接依据');
    expect(pages[0]).toContain(`第1页 共${pages.length}页`);
  });

  it('takes what stands in its fields as text, whatever it looks like', async () => {
    const name = '#panic("x") *粗* $x$ <l> @ref';
    const pdf = await certificatePdf({ ...certificate, name }, certificate, 'https://dengke.example');

    expect(pagesOf(pdf)[0]).toContain(`成果名称 ${name}`);
    expect(fontsOf(pdf).every(({ embedded, subset }) => embedded && subset)).toBe(true);
  });
});
