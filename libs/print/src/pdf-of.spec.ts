import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fontsOf, pagesOf } from '@dengke/test-kit';
import { pdfOf } from './pdf-of';

const table = join(__dirname, '../testing/table.typ');
const rows = [
  ['成果名称', '煤层气水平井分段压裂技术'],
  ['完成单位', '山西示例能源有限公司'],
];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** One value in a table, as another program reads it. */
const readBack = async (value: string): Promise<string> => {
  const pages = pagesOf(await pdfOf(table, { title: '表', rows: [['值', value]] }));
  return pages.join('').replace('表', '').replace('值', '').trim();
};

describe('a printed document', () => {
  it('can be read by another program, and brings its fonts with it, of those only what it uses', async () => {
    const pdf = await pdfOf(table, { title: '科技成果登记表', rows });

    expect(pagesOf(pdf)[0]?.split('\n').slice(0, 3)).toEqual(['科技成果登记表', ...rows.map((row) => row.join(' '))]);
    expect(fontsOf(pdf)).toEqual([
      { name: expect.stringMatching(/^[A-Z]{6}\+NotoSansSC-Bold$/) as string, embedded: true, subset: true, unicode: true },
      { name: expect.stringMatching(/^[A-Z]{6}\+NotoSansSC-Regular$/) as string, embedded: true, subset: true, unicode: true },
    ]);
    expect(pdf.length).toBeLessThan(40_000);
  });

  it('has the same bytes for the same data, after other documents and in another process', async () => {
    const first = await pdfOf(table, { title: '表', rows });
    const other = await pdfOf(table, { title: '另一张表', rows });
    const again = await pdfOf(table, { title: '表', rows });

    expect(again.equals(first)).toBe(true);
    expect(other.equals(first)).toBe(false);
    expect(printedElsewhere({ title: '表', rows }).equals(first)).toBe(true);
    expect(/CreationDate|CreateDate|ModDate|ModifyDate/.test(first.toString('latin1'))).toBe(false);
  }, 60_000);

  it('costs no memory once it is printed', async () => {
    const print = async (count: number): Promise<number> => {
      for (let at = 0; at < count; at += 1) {
        await pdfOf(table, { title: `第${process.hrtime.bigint()}张表`, rows: [...rows, ['序号', String(at)]] });
        if (at % 20 === 0) {
          collectGarbage();
        }
      }
      return process.memoryUsage().rss / 1024 / 1024;
    };
    const before = await print(100);

    expect((await print(500)) - before).toBeLessThan(80);
  }, 60_000);

  it('is an error that names template and fault when the template is broken, and the next document is printed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dengke-print-'));
    const broken = join(folder, 'broken.typ');
    const curious = join(folder, 'curious.typ');
    writeFileSync(broken, '#import "/paper.typ": data\n#data.nobody');
    writeFileSync(curious, '#read("/../../../package.json")');

    await expect(pdfOf(broken, { title: '' })).rejects.toThrow('broken.typ cannot be printed: dictionary does not contain key "nobody"');
    await expect(pdfOf(curious, {})).rejects.toThrow(/^curious\.typ cannot be printed: .*access denied/);
    await expect(pdfOf(table, { title: '表', rows })).resolves.toBeInstanceOf(Buffer);
    rmSync(folder, { recursive: true });
  });
});

describe('what people write', () => {
  it.each([
    '#import "/etc/passwd": * #panic("x") #sys.inputs',
    '*b* _i_ `r` $x^2$ ] } [ { \\ \\u{41} @ref <l>',
    '= H // c /* d */ ~ -- --- ... "q" \'x\' 1. + -',
    'https://example.org/a?b=c&d=#e',
    '</text>%%EOF endobj (x) Tj',
  ])('is text and no markup: %s', async (text) => {
    expect(await readBack(text)).toBe(text);
  });

  it('is broken into lines wherever it must be, and is still the same word', async () => {
    const long = 'Donaudampfschifffahrt'.repeat(20);

    expect((await readBack(long)).replace(/\n/g, '')).toBe(long);
    expect((await readBack('长'.repeat(300))).replace(/\n/g, '')).toBe('长'.repeat(300));
    expect(await readBack('一行\r\n二行')).toBe('一行\n二行');
  });

  it('shows a sign where something unprintable stood, and turns no line round', async () => {
    expect(await readBack('a\u0000b\u001b[31mc\u0085d\ud800e\udc00f')).toBe('a□b□[31mc□d□e□f');
    expect(await readBack('sx-\u202ekjt\u202c')).toBe('sx-□kjt□');
  });

  it('breaks nothing where the font has no picture of it: emoji, other scripts, rare characters, stacks of accents', async () => {
    for (const text of ['喜报 😀👨‍👩‍👧 完', 'العربية', '𠀀𫠠', `Z${'\u0301'.repeat(300)}`]) {
      const pdf = await pdfOf(table, { title: '表', rows: [['值', text]] });

      expect(fontsOf(pdf).every(({ name }) => name.includes('NotoSansSC'))).toBe(true);
      expect(pagesOf(pdf)).toHaveLength(1);
    }
    expect(await readBack('喜报 😀 完')).toContain('喜报');
  });
});

/** As the built program prints it. */
const printedElsewhere = (data: unknown): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'dengke-print-'));
  const root = join(__dirname, '../../..');
  const build = ['src', '--out-dir', folder, '--strip-leading-paths', '--config-file', join(root, '.swcrc'), '--copy-files', '--quiet'];
  execFileSync(process.execPath, [join(root, 'node_modules/@swc/cli/bin/swc.js'), ...build], { cwd: join(__dirname, '..') });
  const program = `require('./index.js').pdfOf(${JSON.stringify(table)}, JSON.parse(process.argv[1])).then((pdf) => process.stdout.write(pdf))`;
  const env = { NODE_PATH: join(root, 'node_modules'), TZ: 'America/New_York', LANG: 'C' };
  const printed = execFileSync(process.execPath, ['-e', program, JSON.stringify(data)], { cwd: folder, env });
  rmSync(folder, { recursive: true });
  return printed;
};
