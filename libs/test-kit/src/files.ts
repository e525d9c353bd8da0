import { deflateRawSync } from 'node:zlib';

/** A small whole PDF; `extra` stands among its objects. */
export const aPdf = (extra = '', trailer = '<< /Root 1 0 R >>'): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${extra}\ntrailer\n${trailer}\n%%EOF\n`, 'latin1');

/** The smallest PNG: one transparent pixel. */
export const aPng = (): Buffer =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

export const aJpeg = (): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0'), Buffer.alloc(64), Buffer.from([0xff, 0xd9])]);

export interface ZipPart {
  name: string;
  content?: string;
  encrypted?: boolean;
  /** Declared instead of the true size. */
  inflated?: number;
}

/** A ZIP archive of the given parts, checksums left out. */
export function aZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', encrypted = false, inflated } of parts) {
    const packed = deflateRawSync(Buffer.from(content));
    const size = inflated ?? Buffer.byteLength(content);
    const local = header(0x04034b50, 30, name, encrypted, packed.length, size);
    const central = header(0x02014b50, 46, name, encrypted, packed.length, size);
    central.writeUInt32LE(at, 42);
    locals.push(local, packed);
    centrals.push(central);
    at += local.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

function header(signature: number, bytes: number, name: string, encrypted: boolean, packed: number, inflated: number): Buffer {
  const shift = bytes === 46 ? 2 : 0;
  const record = Buffer.alloc(bytes);
  record.writeUInt32LE(signature, 0);
  record.writeUInt16LE(20, 4);
  record.writeUInt16LE(encrypted ? 1 : 0, 6 + shift);
  record.writeUInt16LE(8, 8 + shift);
  record.writeUInt32LE(packed, 18 + shift);
  record.writeUInt32LE(inflated, 22 + shift);
  record.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  return Buffer.concat([record, Buffer.from(name)]);
}

const contentTypes = (mainPart: string, type: string): ZipPart => ({
  name: '[Content_Types].xml',
  content: `<Types><Override PartName="/${mainPart}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
});
export const wordParts: ZipPart[] = [
  contentTypes('word/document.xml', 'wordprocessingml.document'),
  { name: 'word/document.xml', content: '<w:document/>' },
];
export const sheetParts: ZipPart[] = [
  contentTypes('xl/workbook.xml', 'spreadsheetml.sheet'),
  { name: 'xl/workbook.xml', content: '<workbook/>' },
];
export const aDocx = (): Buffer => aZip(wordParts);
export const anXlsx = (): Buffer => aZip(sheetParts);

export interface UploadPart {
  name: string;
  value: string | Buffer;
  fileName?: string;
}

/** A multipart body with its content type. */
export function aMultipart(parts: readonly UploadPart[]): { payload: Buffer; contentType: string } {
  const boundary = 'dengke-spec-boundary';
  const chunks = parts.flatMap(({ name, value, fileName }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n`,
    ),
    Buffer.from(fileName === undefined ? '\r\n' : 'content-type: application/octet-stream\r\n\r\n'),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}
