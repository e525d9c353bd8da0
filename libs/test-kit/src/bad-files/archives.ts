import { crc32, deflateRawSync } from 'node:zlib';
import { aDocx, anXlsx, aZip, sheetParts, wordParts } from '../files';
import type { ZipPart } from '../files';
import type { BadFile } from './bad-file';

const word = (...parts: ZipPart[]): Buffer => aZip([...wordParts, ...parts]);
const sheet = (...parts: ZipPart[]): Buffer => aZip([...sheetParts, ...parts]);
const MIB = 1024 * 1024;
const spaces = (bytes: number): Buffer => Buffer.from(`<a>${' '.repeat(bytes - 7)}</a>`);
const deflated = (plain: Buffer) => ({ deflated: deflateRawSync(plain, { level: 9 }), bytes: plain.length, crc: crc32(plain) });

/** One packed content that many entries point at: small on disk, without end once inflated. */
function overlapping(): Buffer {
  const zip = aZip([...wordParts, ...Array.from({ length: 30 }, (_, index): ZipPart => ({ name: `word/${index}.xml`, content: '<a/>' }))]);
  const directory = zip.readUInt32LE(zip.length - 6);
  let first = 0;
  for (let at = directory, index = 0; index < 32; index += 1, at += 46 + zip.readUInt16LE(at + 28)) {
    if (index === 2) {
      first = zip.readUInt32LE(at + 42);
    } else if (index > 2) {
      zip.writeUInt32LE(first, at + 42);
    }
  }
  return zip;
}

/** The directory counts one entry less than there are: another reader finds what this one does not. */
function hiding(): Buffer {
  const zip = word({ name: 'word/hidden.xml', content: '<a/>' });
  zip.writeUInt16LE(2, zip.length - 14);
  zip.writeUInt16LE(2, zip.length - 12);
  return zip;
}

const changed = (zip: Buffer, change: (zip: Buffer, end: number) => void): Buffer => {
  change(zip, zip.length - 22);
  return zip;
};

/** An archive in an archive in an archive, as a quine is that holds itself. */
const nested = (depth: number): Buffer => (depth === 0 ? aDocx() : word({ name: 'word/media/image1.png', content: nested(depth - 1) }));

export const badArchives: readonly BadFile[] = [
  ['a bomb: one part of 150 MB in 150 KB', '报告.docx', () => word({ name: 'word/a.xml', packed: deflated(spaces(150 * MIB)) }), 'bomb'],
  ['a bomb that says it holds 300 MB', '报告.docx', () => word({ name: 'word/a.xml', inflated: 300 * MIB }), 'bomb'],
  [
    'a bomb that says it is small',
    '报告.docx',
    () => word({ name: 'word/a.xml', packed: deflated(spaces(50 * MIB)), inflated: 900 }),
    'bomb',
  ],
  [
    'a bomb of many parts, none of them large',
    '附表.xlsx',
    () => sheet(...Array.from({ length: 300 }, (_, index): ZipPart => ({ name: `xl/${index}.xml`, packed: deflated(spaces(0.9 * MIB)) }))),
    'bomb',
  ],
  ['2,100 parts', '报告.docx', () => word(...Array.from({ length: 2_100 }, (_, index) => ({ name: `word/${index}.xml` }))), 'bomb'],
  ['parts that all are the same bytes', '报告.docx', overlapping, 'entries'],
  ['a part that says it holds 4 GB', '报告.docx', () => word({ name: 'word/a.xml', content: '<a/>', inflated: 0xffffffff }), 'bomb'],
  [
    'a part that says it holds more than it does',
    '报告.docx',
    () => word({ name: 'word/a.xml', content: '<a/>', inflated: 5_000 }),
    'damaged',
  ],
  [
    'a part with a wrong sum',
    '报告.docx',
    () => word({ name: 'word/a.xml', packed: { ...deflated(Buffer.from('<a/>')), crc: 7 } }),
    'damaged',
  ],
  [
    'a part that cannot be inflated',
    '报告.docx',
    () => word({ name: 'word/a.xml', packed: { deflated: Buffer.from('no'), bytes: 9, crc: 0 } }),
    'damaged',
  ],
  ['an archive within an archive, three deep', '报告.docx', () => nested(3), 'nested'],
  ['an archive as a part', '报告.docx', () => word({ name: 'word/a.zip', content: aDocx() }), 'nested'],
  ['a part that climbs out of its folder', '报告.docx', () => word({ name: '../../etc/passwd.xml', content: '<a/>' }), 'entries'],
  ['a part that climbs with backslashes', '报告.docx', () => word({ name: 'word\\..\\..\\a.xml', content: '<a/>' }), 'entries'],
  ['a part with an absolute path', '报告.docx', () => word({ name: '/etc/cron.d/a.xml', content: '<a/>' }), 'entries'],
  ['a part on a drive', '报告.docx', () => word({ name: 'C:\\evil.xml', content: '<a/>' }), 'entries'],
  ['a part whose name ends early', '报告.docx', () => word({ name: 'word/a.xml\0.png', content: '<a/>' }), 'entries'],
  ['a symbolic link', '报告.docx', () => word({ name: 'word/a.xml', content: '/etc/passwd', symlink: true }), 'entries'],
  ['the same part twice', '报告.docx', () => word({ name: 'word/document.xml', content: '<other/>' }), 'entries'],
  ['the same part twice but for its case', '报告.docx', () => word({ name: 'WORD/Document.xml', content: '<other/>' }), 'entries'],
  ['a part with two names', '报告.docx', () => word({ name: 'word/a.xml', content: '<a/>', localName: 'word/b.xml' }), 'entries'],
  ['a part packed in an unknown way', '报告.docx', () => word({ name: 'word/a.xml', content: '<a/>', method: 12 }), 'entries'],
  ['a part that is encrypted', '报告.docx', () => word({ name: 'word/a.xml', content: '<a/>', encrypted: true }), 'encrypted'],
  ['a part that its directory leaves out', '报告.docx', hiding, 'damaged'],
  ['a directory that lies elsewhere', '报告.docx', () => changed(aDocx(), (zip, end) => zip.writeUInt32LE(4, end + 16)), 'double'],
  ['a directory of 65,535 entries', '报告.docx', () => changed(aDocx(), (zip, end) => zip.fill(0xff, end + 8, end + 12)), 'damaged'],
  ['an archive on two disks', '报告.docx', () => changed(aDocx(), (zip, end) => zip.writeUInt16LE(1, end + 4)), 'double'],
  ['a program with an archive behind', '报告.docx', () => Buffer.concat([Buffer.from('MZ\x90\0'), aDocx()]), 'type'],
  ['an archive with a program behind', '附表.xlsx', () => Buffer.concat([anXlsx(), Buffer.from('MZ\x90\0')]), 'double'],
  ['two archives in one', '附表.xlsx', () => Buffer.concat([anXlsx(), aDocx()]), 'double'],
  ['something between its parts', '报告.docx', () => between(), 'entries'],
  ['an archive cut off', '报告.docx', () => aDocx().subarray(0, aDocx().length - 30), 'damaged'],
  ['an archive without an end', '报告.docx', () => aDocx().subarray(0, 60), 'damaged'],
];

/** A hundred bytes that no entry names. */
function between(): Buffer {
  const zip = word({ name: 'word/a.xml', content: 'x'.repeat(200), stored: true });
  const directory = zip.readUInt32LE(zip.length - 6);
  for (let at = directory, index = 0; index < 3; index += 1, at += 46 + zip.readUInt16LE(at + 28)) {
    if (index === 2) {
      zip.writeUInt32LE(100, at + 20);
      zip.writeUInt32LE(100, at + 24);
    }
  }
  return zip;
}
