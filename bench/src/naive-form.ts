import { stampText, wordsOfForm } from '@dengke/print';
import type { PrintedForm } from '@dengke/print';
import PDFDocument from 'pdfkit';
import { toBuffer } from 'qrcode';

type Words = Awaited<ReturnType<typeof wordsOfForm>>;
type Row = readonly string[];

const left = 57;
const width = 481;
const bottom = 770;
const labelShare = 17;

/**
 * The same form as one writes it first with pdfkit: the same words and the same two weights of the same font, named by their files for each document
 * as pdfkit's own examples do, boxes measured and drawn row by row, a QR code, the pages numbered at the end.
 */
export async function naiveFormPdf(printed: PrintedForm): Promise<Buffer> {
  const words = await wordsOfForm(printed);
  const document = new PDFDocument({ size: 'A4', margin: left, bufferPages: true, info: { Title: words.title } });
  const pieces: Buffer[] = [];
  const ended = new Promise<void>((resolve) => document.on('data', (piece: Buffer) => pieces.push(piece)).on('end', resolve));
  document.registerFont('regular', fontFile('400Regular/NotoSansSC_400Regular.ttf'));
  document.registerFont('bold', fontFile('700Bold/NotoSansSC_700Bold.ttf'));
  await cover(document, words, printed);
  document.addPage();
  words.sections.forEach((section) => sectionOf(document, section));
  heading(document, words.evidence.label);
  list(document, words.evidence);
  heading(document, '签字盖章');
  words.seals.forEach(({ label, by, signer }) =>
    row(document, [`${label}  ${by}`, `${signer}（签字）：    （公章）    年  月  日`], [30, 70], 110),
  );
  numberPages(document, words);
  document.end();
  await ended;
  return Buffer.concat(pieces);
}

async function cover(document: PDFKit.PDFDocument, words: Words, { serial, version, digest }: PrintedForm): Promise<void> {
  document.font('bold').fontSize(26).text('科技成果登记表', { align: 'center' });
  document.font('regular').fontSize(14).text(`（${words.category}）`, { align: 'center' }).moveDown(2);
  document.fontSize(12);
  words.cover.forEach((pair) => row(document, pair, [25, 75]));
  document.moveDown(8).fontSize(9);
  const top = document.y;
  document.image(await toBuffer(stampText({ serial, version, digest }), { errorCorrectionLevel: 'M', margin: 0 }), left, top, {
    width: 96,
  });
  const about = [
    `申报号：${serial}  ${words.version}`,
    `提交时间：${words.submitted}`,
    `表式：${words.schema}`,
    '内容摘要（SM3）：',
    ...words.digest,
  ];
  document.text(about.join('\n'), left + 120, top);
  document.text(words.legal, left, top + 110);
}

function sectionOf(document: PDFKit.PDFDocument, { label, blocks }: Words['sections'][number]): void {
  heading(document, label);
  for (const { pairs, wide, rows } of blocks) {
    document.fontSize(10.5);
    twoToALine(document, pairs ?? []);
    if (wide !== undefined) {
      row(document, wide, [labelShare, 100 - labelShare]);
    }
    if (rows !== undefined) {
      list(document, rows);
    }
  }
}

function list(document: PDFKit.PDFDocument, { label, head, widths, rows }: Words['evidence']): void {
  document.font('bold').fontSize(9.5).text(label, left).font('regular').fontSize(9);
  if (rows.length === 0) {
    row(document, [label, '—'], [labelShare, 100 - labelShare]);
  } else if (widths === null) {
    rows.forEach((one) =>
      twoToALine(
        document,
        head.map((name, at) => [name, one[at] ?? ''] as const),
      ),
    );
  } else {
    [head, ...rows].forEach((one) => row(document, one, widths));
  }
}

function twoToALine(document: PDFKit.PDFDocument, pairs: readonly Row[]): void {
  for (let at = 0; at < pairs.length; at += 2) {
    const line = pairs.slice(at, at + 2);
    row(
      document,
      line.flat(),
      line.length === 2 ? [labelShare, 50 - labelShare, labelShare, 50 - labelShare] : [labelShare, 100 - labelShare],
    );
  }
}

const heading = (document: PDFKit.PDFDocument, label: string): void => {
  document.moveDown().font('bold').fontSize(12).text(label, left).font('regular');
};

/** Boxes beside each other, as high as the highest of them needs to be. */
function row(document: PDFKit.PDFDocument, cells: Row, shares: readonly number[], least = 0): void {
  const unit = width / shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => share * unit);
  const heights = cells.map((cell, at) => document.heightOfString(cell, { width: (widths[at] ?? 0) - 10 }));
  const height = Math.max(least, ...heights) + 10;
  if (document.y + height > bottom) {
    document.addPage();
  }
  const top = document.y;
  let x = left;
  cells.forEach((cell, at) => {
    document.rect(x, top, widths[at] ?? 0, height).stroke();
    document.text(cell, x + 5, top + 5, { width: (widths[at] ?? 0) - 10 });
    x += widths[at] ?? 0;
  });
  document.x = left;
  document.y = top + height;
}

function numberPages(document: PDFKit.PDFDocument, { serial, version, digest }: Words): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    document
      .fontSize(8)
      .text(`申报号：${serial}  ${version}  摘要：${digest[0]}    第${page + 1}页 共${count}页`, left, bottom + 4, { lineBreak: false });
  }
}

const fontFile = (name: string): string => require.resolve(`@expo-google-fonts/noto-sans-sc/${name}`);
