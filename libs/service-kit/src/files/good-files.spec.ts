import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import { aJpeg } from '@dengke/test-kit';
import { Document, ExternalHyperlink, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { stream, Workbook } from 'exceljs';
import { mediaTypeOf } from './file-content';

describe('a file as people make them', () => {
  it('is taken when it is a text with a table, a picture and links', async () => {
    const row = new TableRow({ children: [new TableCell({ children: [new Paragraph('低浓度煤层气')] })] });
    const link = new ExternalHyperlink({ link: 'https://example.org/', children: [new TextRun('说明')] });
    const picture = new ImageRun({ type: 'jpg', data: aJpeg(), transformation: { width: 80, height: 80 } });
    const document = new Document({
      sections: [{ children: [new Paragraph({ children: [new TextRun('研制报告'), link, picture] }), new Table({ rows: [row] })] }],
    });
    await expect(mediaTypeOf(await Packer.toBuffer(document), '研制报告.docx')).resolves.toMatch(/wordprocessingml/);
  });

  it('is taken when it is a table with formulas, texts, links and a date', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('附表|一');
    sheet.addRow(['低浓度 | 煤层气', 17, new Date('2023-05-16T00:00:00Z')]);
    sheet.getCell('D1').value = { formula: '\'附表|一\'!B1*2&" | 万元"', result: '34 | 万元' };
    sheet.getCell('E1').value = { text: '说明', hyperlink: 'https://example.org/' };
    workbook.addImage({ buffer: aJpeg() as never, extension: 'jpeg' });
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    await expect(mediaTypeOf(content, '附表.xlsx')).resolves.toMatch(/spreadsheetml/);
  });

  it('is taken when it is a table that was written row by row', async () => {
    const out = new PassThrough();
    const whole = buffer(out);
    const writer = new stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: true, useStyles: true });
    const sheet = writer.addWorksheet('汇总表');
    for (let number = 1; number <= 5_000; number += 1) {
      sheet.addRow([number, `成果${number}`, '长治市漳岭煤业有限公司', number * 1.5]).commit();
    }
    sheet.commit();
    await writer.commit();
    await expect(mediaTypeOf(await whole, '汇总表.xlsx')).resolves.toMatch(/spreadsheetml/);
  });

  it('is taken when it is a scan', async () => {
    const picture = Buffer.concat([aJpeg(2_480, 3_508).subarray(0, -3), Buffer.alloc(400_000, 0x3f), Buffer.from('ffd9', 'hex')]);
    const page = deflateSync(Buffer.from('q 595 0 0 842 0 0 cm /Im0 Do Q'));
    const scan = aPdfOf([
      ['/Type /XObject /Subtype /Image /Width 2480 /Height 3508 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode', picture],
      ['/Filter /FlateDecode', page],
    ]);
    await expect(mediaTypeOf(scan, '验收报告.pdf')).resolves.toBe('application/pdf');
  });

  it('is taken when its objects are packed, with metadata, a colour profile and a page to open at', async () => {
    const objects = deflateSync(Buffer.from('2 0 5 40 << /Type /Catalog /OpenAction [ 6 0 R /Fit ] /Lang (zh-CN) >> << /Type /Pages >>'));
    const metadata = Buffer.from('<?xpacket begin="" id=""?><x:xmpmeta><pdfaid:part>2</pdfaid:part></x:xmpmeta><?xpacket end="w"?>');
    const cross = deflateSync(Buffer.alloc(4_000, 1));
    const archive = aPdfOf([
      ['/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode', objects],
      ['/Type /Metadata /Subtype /XML', metadata],
      ['/N 3 /Alternate /DeviceRGB /Filter /FlateDecode', deflateSync(Buffer.alloc(3_144, 7))],
      ['/Type /XRef /W [ 1 2 1 ] /Root 2 0 R /Size 9 /Filter /FlateDecode /DecodeParms << /Columns 4 /Predictor 12 >>', cross],
    ]);
    await expect(mediaTypeOf(archive, '证书.pdf')).resolves.toBe('application/pdf');
  });
});

function aPdfOf(streams: readonly [dictionary: string, content: Buffer][]): Buffer {
  const objects = streams.map(([dictionary, content], index) =>
    Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n<< ${dictionary} /Length ${content.length} >>\nstream\r\n`),
      content,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  );
  return Buffer.concat([Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), ...objects, Buffer.from('startxref\n17\n%%EOF\r\n')]);
}
