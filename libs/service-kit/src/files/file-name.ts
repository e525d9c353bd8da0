import { basename, extname } from 'node:path';

const LONGEST = 200;
const NOT_FOR_NAMES = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029"*/:<>?\\|]/gu;

/** A name that every system can store and show: no folder, no invisible or forbidden character, at most 200 characters, its extension kept. */
export function safeFileName(given: string): string {
  const name = basename(given.replaceAll('\\', '/')).normalize('NFC').replace(NOT_FOR_NAMES, '').trim();
  const extension = extname(name);
  const stem = [...name.slice(0, name.length - extension.length)].slice(0, LONGEST - extension.length).join('');
  return `${stem.slice(0, LONGEST - extension.length).replace(/[\ud800-\udbff]$/, '') || 'file'}${extension}`;
}

/** `Content-Disposition` of a download, with the name in plain ASCII and in full (RFC 6266, RFC 8187). */
export function attachmentNamed(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
