import { crc32, deflateRawSync } from 'node:zlib';

/** A small whole PDF; `extra` stands among its objects. */
export const aPdf = (extra = '', trailer = '<< /Root 1 0 R >>'): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${extra}\ntrailer\n${trailer}\n%%EOF\n`, 'latin1');

/** The smallest PNG: one transparent pixel. */
export const aPng = (): Buffer =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** A grey JPEG of one block, of the size it says. */
export const aJpeg = (width = 8, height = 8): Buffer => {
  const segment = (marker: number, ...body: number[]): number[] => [
    0xff,
    marker,
    (body.length + 2) >> 8,
    (body.length + 2) & 0xff,
    ...body,
  ];
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  return Buffer.from([
    ...[0xff, 0xd8, ...segment(0xe0, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0)],
    ...segment(0xdb, 0, ...Array.from({ length: 64 }, () => 1)),
    ...segment(0xc0, 8, ...size, 1, 1, 0x11, 0),
    ...segment(0xc4, 0, 1, ...Array.from({ length: 15 }, () => 0), 0),
    ...segment(0xc4, 0x10, 1, ...Array.from({ length: 15 }, () => 0), 0),
    ...[...segment(0xda, 1, 1, 0, 0, 63, 0), 0x3f, 0xff, 0xd9],
  ]);
};

export interface ZipPart {
  name: string;
  content?: string | Buffer;
  encrypted?: boolean;
  symlink?: boolean;
  /** Not deflated. */
  stored?: boolean;
  /** Declared instead of the true size. */
  inflated?: number;
  /** Content that is deflated already; `content` is then not given, the sum is. */
  packed?: { deflated: Buffer; bytes: number; crc: number };
  /** In its own header instead of the directory's name. */
  localName?: string;
  method?: number;
}

/** A ZIP archive of the given parts. */
export function aZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const { packed, ...sums } = packedOf(part);
    const local = header(0x04034b50, 30, part.localName ?? part.name, part, packed.length, sums);
    const central = header(0x02014b50, 46, part.name, part, packed.length, sums);
    central.writeUInt32LE(at, 42);
    if (part.symlink === true) {
      central.writeUInt8(3, 5);
      central.writeUInt32LE(0xa1ff0000, 38);
    }
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

function packedOf({ content = '', stored = false, packed }: ZipPart): { packed: Buffer; bytes: number; crc: number } {
  if (packed !== undefined) {
    return { packed: packed.deflated, bytes: packed.bytes, crc: packed.crc };
  }
  const plain = Buffer.from(content);
  return { packed: stored ? plain : deflateRawSync(plain), bytes: plain.length, crc: crc32(plain) };
}

function header(
  signature: number,
  bytes: number,
  name: string,
  { encrypted = false, stored = false, inflated, method }: ZipPart,
  packed: number,
  sums: { bytes: number; crc: number },
): Buffer {
  const shift = bytes === 46 ? 2 : 0;
  const record = Buffer.alloc(bytes);
  record.writeUInt32LE(signature, 0);
  record.writeUInt16LE(20, 4);
  record.writeUInt16LE(encrypted ? 1 : 0, 6 + shift);
  record.writeUInt16LE(method ?? (stored ? 0 : 8), 8 + shift);
  record.writeUInt32LE(sums.crc, 14 + shift);
  record.writeUInt32LE(packed, 18 + shift);
  record.writeUInt32LE(inflated ?? sums.bytes, 22 + shift);
  record.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  return Buffer.concat([record, Buffer.from(name)]);
}

export const contentTypes = (mainPart: string, type: string): ZipPart => ({
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
