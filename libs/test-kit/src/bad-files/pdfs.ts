import { deflateSync } from 'node:zlib';
import { aDocx, aPdf, aZip } from '../files';
import type { BadFile } from './bad-file';

const MIB = 1024 * 1024;
const object = (text: string): Buffer => aPdf(`2 0 obj\n${text}\nendobj`);
const stream = (dictionary: string, content: Buffer): Buffer =>
  aPdf(`3 0 obj\n<< ${dictionary} /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream\nendobj`);
const packed = (text: string): Buffer => deflateSync(Buffer.from(text, 'latin1'));
const script = '2 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>';
const behind = (text: string | Buffer): Buffer => Buffer.concat([aPdf(), Buffer.from(text)]);
const page = '<html><script>alert(1)</script></html>';

export const badPdfs: readonly BadFile[] = [
  ['a PDF with a script', '证明.pdf', () => object('<< /S /JavaScript /JS (app.alert\\(1\\)) >>'), 'active'],
  ['a PDF with a script, its name spelt out', '证明.pdf', () => object('<< /S /J#61va#53cript /#4a#53 (x) >>'), 'active'],
  ['a PDF with a script, all of its name spelt out', '证明.pdf', () => object('<< /S /#4A#61#76#61#53#63#72#69#70#74 >>'), 'active'],
  ['a PDF with a script without spaces', '证明.pdf', () => object('<</S/JavaScript/JS(x)>>'), 'active'],
  ['a PDF with a script when it is opened', '证明.pdf', () => object('<< /OpenAction << /S /JavaScript /JS 5 0 R >> >>'), 'active'],
  ['a PDF with a script under a short name alone', '证明.pdf', () => object('<< /AA << /O << /JS (x) >> >> >>'), 'active'],
  [
    'a PDF with a script in packed objects',
    '证明.pdf',
    () => stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', packed(script)),
    'active',
  ],
  [
    'a PDF with a script in packed objects, spelt out',
    '证明.pdf',
    () => stream('/Type /Obj#53tm /N 1 /First 4 /Filter /Fl#61teDecode', packed(script)),
    'active',
  ],
  [
    'a PDF with a script in objects that do not say so',
    '证明.pdf',
    () => stream('/N 1 /First 4 /Filter [ /FlateDecode ]', packed(script)),
    'active',
  ],
  [
    'a PDF with objects that cannot be looked into',
    '证明.pdf',
    () => stream('/Type /ObjStm /N 1 /First 4 /Filter [ /ASCII85Decode /FlateDecode ]', Buffer.from('~>')),
    'active',
  ],
  ['a PDF that starts a program', '证明.pdf', () => object('<< /S/Launch /F (cmd.exe) >>'), 'active'],
  ['a PDF that starts a program, spelt out', '证明.pdf', () => object('<< /S /L#61unch >>'), 'active'],
  ['a PDF that sends its form', '证明.pdf', () => object('<< /S /SubmitForm /F (http://example.org) >>'), 'active'],
  ['a PDF with a form of its own kind', '证明.pdf', () => object('<< /AcroForm << /XFA 5 0 R >> >>'), 'active'],
  ['a PDF with a film', '证明.pdf', () => object('<< /Subtype /RichMedia >>'), 'active'],
  ['a PDF that holds a file', '证明.pdf', () => object('<< /Type /EmbeddedFile >>'), 'nested'],
  ['a PDF that holds a file, spelt out', '证明.pdf', () => object('<< /Type /Embedded#46ile >>'), 'nested'],
  [
    'a PDF that holds files in packed objects',
    '证明.pdf',
    () => stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', packed('<< /EmbeddedFiles 7 0 R >>')),
    'nested',
  ],
  ['an encrypted PDF', '证明.pdf', () => aPdf('', '<< /Root 1 0 R /Encrypt 9 0 R >>'), 'encrypted'],
  ['an encrypted PDF, spelt out', '证明.pdf', () => aPdf('', '<< /Root 1 0 R /#45ncrypt<</V 4>> >>'), 'encrypted'],
  [
    'a PDF whose drawing grows without end',
    '证明.pdf',
    () => stream('/Filter /FlateDecode', deflateSync(Buffer.alloc(300 * MIB), { level: 1 })),
    'bomb',
  ],
  [
    'a PDF whose objects grow without end',
    '证明.pdf',
    () => stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflateSync(Buffer.alloc(40 * MIB, ' '))),
    'bomb',
  ],
  [
    'a PDF that is packed twice',
    '证明.pdf',
    () => stream('/Filter [ /FlateDecode /FlateDecode ]', deflateSync(deflateSync(Buffer.alloc(MIB)))),
    'bomb',
  ],
  [
    'a PDF with a picture of 100,000 × 100,000',
    '证明.pdf',
    () => stream('/Subtype /Image /Width 100000 /Height 100000', Buffer.alloc(9)),
    'bomb',
  ],
  ['a PDF with a page behind', '证明.pdf', () => behind(page), 'double'],
  ['a PDF with a page in it', '证明.pdf', () => aPdf(`% ${page}`), 'double'],
  ['a PDF with an archive behind', '证明.pdf', () => behind(aZip([{ name: 'a.txt' }])), 'double'],
  ['a PDF with a text behind', '证明.pdf', () => behind(aDocx()), 'double'],
  ['a PDF with a program behind', '证明.pdf', () => behind('MZ\x90\0'), 'double'],
  ['a page with a PDF behind', '证明.pdf', () => Buffer.concat([Buffer.from(page), aPdf()]), 'type'],
  ['a PDF cut off', '证明.pdf', () => aPdf().subarray(0, 40), 'damaged'],
  ['a PDF of nothing but its head', '证明.pdf', () => Buffer.from('%PDF-1.7'), 'damaged'],
  ['a picture of a text under the name of a PDF', '证明.pdf', aDocx, 'type'],
];
