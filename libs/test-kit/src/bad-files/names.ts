import { aPdf, aPng, anXlsx } from '../files';
import type { BadFile } from './bad-file';

const page = (): Buffer => Buffer.from('<html><script>alert(1)</script></html>');

export const badNames: readonly BadFile[] = [
  ['a page', 'page.html', page, 'type'],
  ['a page as a PDF', '证明.pdf', page, 'type'],
  ['a script as a PDF', '证明.pdf', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), 'type'],
  ['a script as a picture', '印章.png', () => Buffer.from('<?php system($_GET[0]);'), 'type'],
  ['a drawing with a script', '图.svg', () => Buffer.from('<svg onload="alert(1)"/>'), 'type'],
  ['a Windows program as a PDF', '证明.pdf', () => Buffer.from('MZ\x90\0\x03\0\0\0'), 'type'],
  ['a Linux program as a table', '附表.xlsx', () => Buffer.from('\x7fELF\x02\x01\x01'), 'type'],
  ['a name with two extensions', '证明.exe.pdf', aPdf, 'name'],
  ['a name with macros before its extension', '附表.xlsm.xlsx', anXlsx, 'name'],
  ['a name with another extension behind', '证明.pdf.exe', aPdf, 'type'],
  ['a name read from right to left', '证明\u202efdp.exe', aPdf, 'name'],
  ['a name read from right to left, of an accepted type', '证明\u202exslx.pdf', aPdf, 'name'],
  ['an extension of Cyrillic letters', '证明.рdf', aPdf, 'type'],
  ['an extension of wide letters', '证明．ｐｄｆ', aPdf, 'type'],
  ['no extension', '证明', aPdf, 'type'],
  ['nothing but an extension', '.pdf', aPdf, 'type'],
  ['a table with macros by its name', '附表.xlsm', anXlsx, 'type'],
  ['a picture by its name only', '印章.png', () => Buffer.from('GIF89a\x01\0\x01\0'), 'type'],
  ['zeros', '证明.pdf', () => Buffer.alloc(4_096), 'type'],
  ['one byte', '证明.pdf', () => Buffer.from('%'), 'type'],
  ['a PNG with a line break in its head', '印章.png', () => Buffer.from(aPng().toString('latin1').replace('\r\n', '\n'), 'latin1'), 'type'],
];
