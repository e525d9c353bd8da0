import fc from 'fast-check';
import { aDocx, aJpeg, anXlsx, aPdf, aPng, aZip, sheetParts, wordParts } from '@dengke/test-kit';
import { DomainError } from '../http/domain-error';
import { mediaTypeOf } from './file-content';

const refused = expect.objectContaining({ code: 'FILE_TYPE_REFUSED' }) as unknown;
const office = 'application/vnd.openxmlformats-officedocument';
const html = Buffer.from('<html><script>alert(1)</script></html>');

describe('a file that is handed in as evidence', () => {
  it.each([
    ['证明.pdf', aPdf(), 'application/pdf'],
    ['证明.PDF', aPdf(), 'application/pdf'],
    ['扫描件.jpg', aJpeg(), 'image/jpeg'],
    ['扫描件.jpeg', aJpeg(), 'image/jpeg'],
    ['印章.png', aPng(), 'image/png'],
    ['结题报告.docx', aDocx(), `${office}.wordprocessingml.document`],
    ['附表.xlsx', anXlsx(), `${office}.spreadsheetml.sheet`],
    ['附表.xlsx', aZip([...sheetParts].reverse()), `${office}.spreadsheetml.sheet`],
  ])('is taken as %s', async (name, content, mediaType) => {
    await expect(mediaTypeOf(content, name)).resolves.toBe(mediaType);
  });

  it.each([
    ['a page', 'page.html', html],
    ['a page in disguise', '证明.pdf', html],
    ['an image under another name', '证明.pdf', aPng()],
    ['a table under the name of a text', '报告.docx', anXlsx()],
    ['a text under the name of a table', '附表.xlsx', aDocx()],
    ['a plain archive in disguise', '报告.docx', aZip([{ name: 'readme.txt', content: 'x' }])],
    ['a plain archive', '资料.zip', aZip([{ name: 'readme.txt', content: 'x' }])],
    ['a text with macros in disguise', '报告.docx', aZip([...wordParts, { name: 'word/vbaProject.bin' }])],
    ['a name without extension', '证明', aPdf()],
    ['nothing at all', '证明.pdf', Buffer.alloc(0)],
    ['a PDF that is cut off', '证明.pdf', aPdf().subarray(0, 40)],
    ['a PDF and archive in one', '证明.pdf', Buffer.concat([aPdf(), aZip([{ name: 'a.txt' }])])],
    ['an image and archive in one', '印章.png', Buffer.concat([aPng(), aZip([{ name: 'a.txt' }])])],
    ['an archive that begins as something else', '报告.docx', Buffer.concat([Buffer.from('MZ'), aDocx()])],
  ])('is refused when it is %s', async (_, name, content) => {
    await expect(mediaTypeOf(content, name)).rejects.toEqual(refused);
  });

  it.each([
    ['PDF', '证明.pdf', aPdf('', '<< /Root 1 0 R /Encrypt 9 0 R >>')],
    ['PDF with its rules in the trailer', '证明.pdf', aPdf('', '<< /Encrypt<</V 4>> >>')],
    ['text', '报告.docx', aZip([wordParts[0]!, { ...wordParts[1]!, encrypted: true }])],
    ['text in its locked form', '报告.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
  ])('is refused when it is an encrypted %s', async (_, name, content) => {
    await expect(mediaTypeOf(content, name)).rejects.toEqual(refused);
  });

  it.each(['<< /S /JavaScript /JS (app.alert(1)) >>', '<< /S/Launch /F (cmd.exe) >>', '<< /Type /EmbeddedFile >>'])(
    'is refused when it is a PDF that holds %s',
    async (object) => {
      await expect(mediaTypeOf(aPdf(object), '证明.pdf')).rejects.toEqual(refused);
    },
  );

  it('is refused when it would inflate beyond measure', async () => {
    const bomb = aZip([...wordParts, { name: 'word/media.bin', inflated: 300 * 1024 * 1024 }]);
    await expect(mediaTypeOf(bomb, '报告.docx')).rejects.toEqual(refused);
    const crowd = aZip([...wordParts, ...Array.from({ length: 2_000 }, (_, index) => ({ name: `word/${index}.xml` }))]);
    await expect(mediaTypeOf(crowd, '报告.docx')).rejects.toEqual(refused);
  });

  it('is refused when its parts climb out of their folder', async () => {
    await expect(mediaTypeOf(aZip([...wordParts, { name: '../../etc/passwd' }]), '报告.docx')).rejects.toEqual(refused);
  });

  it.each([
    ['JavaScript', '/S /J#61vaScript'],
    ['a program', '/#53 /L#61unch'],
    ['another file', '/Type /Embedded#46ile'],
    ['a lock', '/#45ncrypt 5 0 R'],
  ])('is refused when it hides %s behind another spelling of its name', async (_, hidden) => {
    await expect(mediaTypeOf(aPdf(`2 0 obj\n<< ${hidden} >>\nendobj`), '报告.pdf')).rejects.toEqual(refused);
  });

  it.each(['word/vbaproject.bin', 'WORD/VBAPROJECT.BIN', 'word\\vbaProject.bin', 'C:\\evil.docx', '..\\evil'])(
    'is refused with a part %s, whatever its case and slashes',
    async (name) => {
      await expect(mediaTypeOf(aZip([...wordParts, { name }]), '报告.docx')).rejects.toEqual(refused);
    },
  );

  it('is judged in a moment however large it is and whatever is in it', async () => {
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(18 * 1024 * 1024, '/#45#6e'), Buffer.from('\n%%EOF\n')]);
    const started = performance.now();
    await expect(mediaTypeOf(large, '证明.pdf')).resolves.toBe('application/pdf');
    expect(performance.now() - started).toBeLessThan(3_000);
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
