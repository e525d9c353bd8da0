import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../http/domain-error';
import { zipEnd, zipEntries } from './zip-directory';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const MOST_ENTRIES = 2_000;
const MOST_INFLATED = 200 * 1024 * 1024;

interface Kind {
  mediaType: string;
  extensions: readonly string[];
  isSound: (content: Buffer) => boolean;
}

/** A name in a PDF as itself or with some of its letters as `#4a`. Searched as it stands: to spell out twenty megabytes first takes seconds. */
const spelled = (name: string): string =>
  [...name]
    .map(
      (letter) =>
        `(?:${letter}|#${letter
          .charCodeAt(0)
          .toString(16)
          .replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`,
    )
    .join('');
const LOCKED_OR_ACTIVE = new RegExp(`/(?:${['Encrypt', 'JavaScript', 'Launch', 'EmbeddedFile'].map(spelled).join('|')})(?![\\w#])`);

/** What may be handed in. Encrypted files cannot be reviewed, and active or double-natured ones are refused. */
const kinds: readonly Kind[] = [
  { mediaType: 'application/pdf', extensions: ['.pdf'], isSound: isSoundPdf },
  { mediaType: 'image/jpeg', extensions: ['.jpg', '.jpeg'], isSound: hidesNoArchive },
  { mediaType: 'image/png', extensions: ['.png'], isSound: hidesNoArchive },
  {
    mediaType: `${OFFICE}.wordprocessingml.document`,
    extensions: ['.docx'],
    isSound: (content) => isSoundOffice(content, 'word/document.xml'),
  },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, extensions: ['.xlsx'], isSound: (content) => isSoundOffice(content, 'xl/workbook.xml') },
];

/**
 * The media type of a file, judged by its content and held against its name.
 * @throws DomainError FILE_TYPE_REFUSED when the type is not accepted, the two disagree, or the file is encrypted, active or something else besides
 */
export async function mediaTypeOf(content: Buffer, fileName: string): Promise<string> {
  const kind = kinds.find(({ extensions }) => extensions.includes(extname(fileName).toLowerCase()));
  const mime = await mimeOf(content);
  if (kind === undefined || mime === undefined || !agree(mime, kind) || !kind.isSound(content)) {
    throw new DomainError('FILE_TYPE_REFUSED', { accepted: kinds.flatMap(({ extensions }) => extensions) });
  }
  return kind.mediaType;
}

/** Undefined also for what is damaged: the library looks into archives, and fails where they cannot be inflated. */
const mimeOf = (content: Buffer): Promise<string | undefined> =>
  fileTypeFromBuffer(content).then(
    (found) => found?.mime,
    () => undefined,
  );

/** An office file whose content types stand at its end (a streamed one) is first of all a ZIP archive; what it is its entries tell. */
const agree = (mime: string, { mediaType }: Kind): boolean =>
  mime === mediaType || (mime === 'application/zip' && mediaType.startsWith(OFFICE));

function isSoundPdf(content: Buffer): boolean {
  const text = content.toString('latin1');
  const isWhole = text.startsWith('%PDF-') && text.slice(-2_048).includes('%%EOF');
  return isWhole && !LOCKED_OR_ACTIVE.test(text) && hidesNoArchive(content);
}

function hidesNoArchive(content: Buffer): boolean {
  return zipEnd(content) < 0;
}

function isSoundOffice(content: Buffer, mainPart: string): boolean {
  const entries = zipEntries(content);
  if (entries === null || content.readUInt32LE(0) !== 0x04034b50) {
    return false;
  }
  const names = new Set(entries.map(({ name }) => name));
  const inflated = entries.reduce((total, entry) => total + entry.inflated, 0);
  const isSound = entries.every(({ name, encrypted }) => !encrypted && isSoundPart(name));
  return isSound && entries.length <= MOST_ENTRIES && inflated <= MOST_INFLATED && names.has('[Content_Types].xml') && names.has(mainPart);
}

/** Whatever its case and slashes: no macros, nothing outside of its folder. */
function isSoundPart(name: string): boolean {
  const path = name.replaceAll('\\', '/').toLowerCase();
  return !/^\/|^[a-z]:|(^|\/)(\.\.|vbaproject\.bin)(\/|$)/.test(path);
}
