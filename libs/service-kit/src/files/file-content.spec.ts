import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { aDocx, aJpeg, anXlsx, aPdf, aPng, aZip, badFiles, computedSince, sheetParts } from '@dengke/test-kit';
import { DomainError } from '../http/domain-error';
import { mediaTypeOf } from './file-content';

const office = 'application/vnd.openxmlformats-officedocument';
const MIB = 1024 * 1024;
/**
 * What judging may take at most of the processor, of the largest file and the worst, and between two turns of the event loop, in which nobody else is
 * served. Reckoned in the processor's time, so that it is the same beside others.
 */
const most = { ms: 10_000, rss: 160 * MIB, turnMs: 250 };

describe('a file that is handed in', () => {
  it.each([
    ['证明.pdf', aPdf(), 'application/pdf'],
    ['证明.PDF', aPdf(), 'application/pdf'],
    ['扫描件.jpg', aJpeg(), 'image/jpeg'],
    ['扫描件.jpeg', Buffer.concat([aJpeg(), aJpeg()]), 'image/jpeg'],
    ['印章.png', aPng(), 'image/png'],
    ['结题报告.docx', aDocx(), `${office}.wordprocessingml.document`],
    ['附表.xlsx', anXlsx(), `${office}.spreadsheetml.sheet`],
    ['附表.xlsx', aZip([...sheetParts].reverse()), `${office}.spreadsheetml.sheet`],
  ])('is taken as %s', async (name, content, mediaType) => {
    await expect(mediaTypeOf(content, name)).resolves.toBe(mediaType);
  });

  it.each(badFiles)('is refused when it is %s', async (_, name, make, reason) => {
    const content = make();
    const before = process.memoryUsage().rss;
    const started = process.cpuUsage();
    const outcome: unknown = await mediaTypeOf(content, name).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'FILE_TYPE_REFUSED', details: { reason } });
    expect(computedSince(started)).toBeLessThan(most.ms);
    expect(process.memoryUsage().rss - before).toBeLessThan(most.rss);
  });

  it('is judged in turns with others however large it is and whatever is in it', async () => {
    const pdfOf = (filling: string): Buffer =>
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(20 * MIB, filling), Buffer.from('\n%%EOF\n')]);
    const rows = Array.from({ length: 20_000 }, () => `<c r="A1"><f>SUM(A${randomInt(1e6)}:B2)|</f><v>${randomInt(1e9)}</v></c>`).join('');
    const [scanBegins, scanEnds] = [aJpeg().subarray(0, -3), aJpeg().subarray(-2)];
    const large: [string, Buffer][] = [
      ['证明.pdf', pdfOf('/#45#6e')],
      ['证明.pdf', pdfOf('<</N 1/First 2>>stream\nx\nendstream ')],
      ['证明.pdf', pdfOf('>>% stream')],
      ['证明.pdf', pdfOf('<<')],
      ['扫描件.jpg', Buffer.concat([scanBegins, Buffer.alloc(20 * MIB, '\xff\0', 'latin1'), scanEnds])],
      ['扫描件.jpg', Buffer.concat([scanBegins, Buffer.alloc(20 * MIB, '\xff', 'latin1'), scanEnds])],
      [
        '附表.xlsx',
        aZip([...sheetParts, { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(100 * MIB, `<a>${rows.replaceAll('|', '')}</a>`) }]),
      ],
      ['附表.xlsx', aZip([...sheetParts, { name: 'xl/a.xml', content: `<a><f>${'a|'.repeat(10 * MIB)}` }])],
    ];
    for (const [name, content] of large) {
      const started = process.cpuUsage();
      const longest = longestTurnSoFar();
      await mediaTypeOf(content, name).catch(() => undefined);
      expect(longest()).toBeLessThan(most.turnMs);
      expect(computedSince(started)).toBeLessThan(most.ms);
    }
  });

  it('is taken or refused, and nothing else, however it was damaged on its way', async () => {
    const wholes = [aDocx(), anXlsx(), aPdf(), aPng(), aJpeg()];
    const extension = fc.constantFrom('docx', 'xlsx', 'pdf', 'png', 'jpg');
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...wholes), extension, changes, fc.nat(), async (whole, named, changed, cut) => {
        const content = Buffer.from(whole.subarray(0, cut % 3 === 0 ? (cut % whole.length) + 1 : whole.length));
        changed.forEach(([at, value]) => (content[at % content.length] = value));
        const outcome: unknown = await mediaTypeOf(content, `证明.${named}`).catch((error: unknown) => error);
        expect(typeof outcome === 'string' || (outcome instanceof DomainError && outcome.code === 'FILE_TYPE_REFUSED')).toBe(true);
      }),
      { numRuns: 2_000, seed: 17 },
    );
  });
});

/** Turns the event loop until asked for the longest of its turns, in milliseconds of the processor. */
function longestTurnSoFar(): () => number {
  let [longest, began] = [0, process.cpuUsage()];
  const turn = (): void => {
    longest = Math.max(longest, computedSince(began));
    began = process.cpuUsage();
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  return () => {
    clearImmediate(next);
    return Math.max(longest, computedSince(began));
  };
}
