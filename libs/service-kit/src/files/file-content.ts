import { extname } from 'node:path';
import { acceptedExtensions, requireSound } from './file-fault';
import { safeFileName } from './file-name';
import { isJpeg, isPng, requireSoundJpeg, requireSoundPng } from './image-content';
import { isOle, isZip, requireSoundOffice } from './office-content';
import { isPdf, requireSoundPdf } from './pdf-content';
import { zipEnd } from './zip-directory';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** Marks that turn the reading direction round: `fdp.exe` is shown as `exe.pdf`. */
const TURNED = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Of what runs; with another extension behind, a system that hides the last one shows only this. */
const RUNS = /\.(?:exe|com|scr|bat|cmd|ps1|vbs?|jse?|wsf|hta|html?|svg|php|sh|jar|msi|dll|lnk|docm|dotm|xlsm|xltm|xlsb)\s*$/i;

interface Kind {
  mediaType: string;
  extensions: readonly string[];
  begins: (content: Buffer) => boolean;
  requireSound: (content: Buffer) => void | Promise<void>;
}

/** What may be handed in. */
const kinds: readonly Kind[] = [
  { mediaType: 'application/pdf', extensions: ['.pdf'], begins: isPdf, requireSound: alone(requireSoundPdf) },
  { mediaType: 'image/jpeg', extensions: ['.jpg', '.jpeg'], begins: isJpeg, requireSound: alone(requireSoundJpeg) },
  { mediaType: 'image/png', extensions: ['.png'], begins: isPng, requireSound: alone(requireSoundPng) },
  office('.docx', 'wordprocessingml.document', 'word/document.xml'),
  office('.xlsx', 'spreadsheetml.sheet', 'xl/workbook.xml'),
];

/**
 * The media type of a file, judged by its content and held against its name as it was given. Beside the content itself little memory is
 * needed, and others have their turn while a large one is judged.
 * @throws DomainError FILE_TYPE_REFUSED when the type is not accepted, the two disagree, or the file is encrypted, active, damaged or something else besides
 */
export async function mediaTypeOf(content: Buffer, givenName: string): Promise<string> {
  const name = safeFileName(givenName);
  const extension = extname(name).toLowerCase();
  requireSound(!TURNED.test(givenName) && !RUNS.test(name.slice(0, name.length - extension.length)), 'name');
  requireSound(acceptedExtensions.includes(extension), 'type');
  const kind = kinds.find(({ extensions }) => extensions.includes(extension));
  requireSound(!isOle(content), 'encrypted');
  requireSound(kind?.begins(content) === true, 'type');
  await kind.requireSound(content);
  return kind.mediaType;
}

function office(extension: string, type: string, mainPart: string): Kind {
  const kind = { mainPart, mainType: `${type}.main+xml` };
  return {
    ...{ mediaType: `${OFFICE}.${type}`, extensions: [extension], begins: isZip },
    requireSound: (content) => requireSoundOffice(content, kind),
  };
}

/** A picture or a PDF with a ZIP archive behind is two files in one. */
function alone(requireSoundContent: (content: Buffer) => void | Promise<void>): Kind['requireSound'] {
  return async (content) => {
    requireSound(zipEnd(content) < 0, 'double');
    await requireSoundContent(content);
  };
}
