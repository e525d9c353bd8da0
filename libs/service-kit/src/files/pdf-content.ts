import { fileFault, requireSound } from './file-fault';
import { requireShowable } from './image-content';
import { inflateWithin, Turns } from './inflate-within';

const MIB = 1024 * 1024;
/** Scans of many colour pages stay below; text, fonts and drawings far below. */
const most = { streams: 60_000, objects: 32 * MIB, drawn: 256 * MIB, pictures: 1024 * MIB };
const WINDOW = MIB;
const LONGEST_NAME = 256;
/** The longest dictionary before a stream; one that begins earlier cannot be looked into. */
const DICTIONARY = 16 * 1024;

/** A name in a PDF as itself or with some of its letters as `#4a`. Searched as it stands: to spell out twenty megabytes first takes seconds. */
const spelled = (name: string): string =>
  [...name].map((letter) => `(?:${letter}|#${hexOf(letter).replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`).join('');
const hexOf = (letter: string): string => letter.charCodeAt(0).toString(16);
const anyOf = (names: readonly string[]): RegExp => new RegExp(`/(?:${names.map(spelled).join('|')})(?![\\w#])`);

const LOCK = anyOf(['Encrypt']);
/** Long enough not to come up in packed pictures by chance. */
const ACTIVE = anyOf(['JavaScript', 'Launch', 'RichMedia', 'SubmitForm', 'ImportData', 'Rendition']);
const HOLDING = anyOf(['EmbeddedFile', 'EmbeddedFiles', 'GoToE']);
/** Short names: only where objects stand, not in what is packed. */
const FORMS = anyOf(['XFA', 'JS']);
const PAGE = /<(?:html|script|iframe)[\s>]|<\?php\s/i;

export const isPdf = (content: Buffer): boolean => content.toString('latin1', 0, 5) === '%PDF-';

/**
 * Whole, nothing behind its end, neither locked nor active, also where its objects are packed, and no larger than it seems.
 * @throws DomainError FILE_TYPE_REFUSED
 */
export async function requireSoundPdf(content: Buffer): Promise<void> {
  const end = content.lastIndexOf('%%EOF');
  requireSound(end >= 0, 'damaged');
  requireSound(/^%%EOF[\s\0]*$/.test(content.toString('latin1', end, Math.min(content.length, end + WINDOW))), 'double');
  requireSound(content.length - end <= WINDOW, 'double');
  await requireQuiet(content);
  await requireSoundStreams(content);
}

/** The whole file as it stands, a window at a time. */
async function requireQuiet(content: Buffer): Promise<void> {
  const turns = new Turns();
  for (let at = 0; at < content.length; at += WINDOW) {
    const text = content.toString('latin1', at, at + WINDOW + LONGEST_NAME);
    requireQuietText(text);
    requireSound(!PAGE.test(text), 'double');
    await turns.yield();
  }
}

function requireQuietText(text: string): void {
  requireSound(!LOCK.test(text), 'encrypted');
  requireSound(!ACTIVE.test(text), 'active');
  requireSound(!HOLDING.test(text), 'nested');
}

/** What has been inflated of each kind so far. */
interface Spent {
  objects: number;
  drawn: number;
  pictures: number;
}

async function requireSoundStreams(content: Buffer): Promise<void> {
  const spent: Spent = { objects: 0, drawn: 0, pictures: 0 };
  const turns = new Turns();
  let words = 0;
  let outside = 0;
  for (let at = content.indexOf('stream'); at >= 0; at = content.indexOf('stream', at + 6)) {
    if (content.toString('latin1', at - 3, at) === 'end') {
      continue;
    }
    words += 1;
    requireSound(words <= most.streams, 'bomb');
    const dictionary = dictionaryBefore(content, at);
    if (dictionary !== null) {
      requireNoForm(content.toString('latin1', outside, Math.min(at, outside + WINDOW)));
      const begins = at + (content[at + 6] === 0x0d ? 8 : 7);
      outside = content.indexOf('endstream', begins);
      requireSound(outside >= 0, 'damaged');
      await requireSoundStream(dictionary, content.subarray(begins, outside), spent);
    }
    await turns.yield();
  }
  requireNoForm(content.toString('latin1', outside, Math.min(content.length, outside + WINDOW)));
}

const requireNoForm = (text: string): void => requireSound(!FORMS.test(text), 'active');

/** With every name in its plain spelling; null where `stream` is only a word. */
function dictionaryBefore(content: Buffer, at: number): string | null {
  const text = content.toString('latin1', Math.max(0, at - DICTIONARY), at);
  const ends = endsDictionary(text);
  if (ends === false) {
    return null;
  }
  const begins = text.lastIndexOf('obj');
  requireSound(ends === true && begins >= 0, 'active');
  return text.slice(begins).replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** But for space and comments; undefined when nothing else is there. */
function endsDictionary(text: string): boolean | undefined {
  let rest = text.trimEnd();
  while (rest !== '') {
    const line = rest.slice(Math.max(rest.lastIndexOf('\n'), rest.lastIndexOf('\r')) + 1);
    if (rest.endsWith('>>') || />>\s*%/.test(line)) {
      return true;
    }
    if (!line.trimStart().startsWith('%')) {
      return false;
    }
    rest = rest.slice(0, rest.length - line.length).trimEnd();
  }
  return undefined;
}

async function requireSoundStream(dictionary: string, packed: Buffer, spent: Spent): Promise<void> {
  const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|ASCIIHexDecode|AHx|ASCII85Decode|A85|RunLengthDecode|RL)\b/g) ?? [];
  const isFlate = filters.length === 1 && /^\/Fl/.test(filters[0] ?? '');
  requireSound(filters.filter((filter) => filter.startsWith('/Fl')).length <= 1, 'bomb');
  const isPicture = /\/Subtype\s*\/Image\b/.test(dictionary);
  if (isPicture) {
    requireShowable(numberIn(dictionary, 'Width') ?? 1, numberIn(dictionary, 'Height') ?? 1);
  }
  // A stream of objects says how many there are and where the first begins.
  if (/\/ObjStm\b/.test(dictionary) || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary))) {
    await requireQuietObjects(packed, filters, spent);
  } else if (isFlate) {
    const kind = isPicture ? 'pictures' : 'drawn';
    spent[kind] += await grown(packed, most[kind] - spent[kind]);
  }
}

/** What cannot be looked into is refused. */
async function requireQuietObjects(packed: Buffer, filters: readonly string[], spent: Spent): Promise<void> {
  const isReadable = filters.length === 0 || (filters.length === 1 && /^\/Fl/.test(filters[0] ?? ''));
  requireSound(isReadable, 'active');
  let tail = '';
  const look = (piece: Buffer): void => {
    const text = tail + piece.toString('latin1');
    requireQuietText(text);
    requireNoForm(text);
    tail = text.slice(-LONGEST_NAME);
  };
  if (filters.length === 0) {
    look(packed);
  } else {
    spent.objects += await inflateWithin(packed, { most: most.objects - spent.objects, look });
  }
}

/** A damaged drawing is for its reader to complain of; one that grows without end is not. */
async function grown(packed: Buffer, left: number): Promise<number> {
  try {
    return await inflateWithin(packed, { most: left });
  } catch (error) {
    if (isBomb(error)) {
      throw fileFault('bomb');
    }
    return 0;
  }
}

const isBomb = (error: unknown): boolean => (error as { details?: { reason?: unknown } } | null)?.details?.reason === 'bomb';

function numberIn(dictionary: string, name: string): number | null {
  const found = new RegExp(`/${name}\\s+(\\d+)(?!\\s+\\d+\\s+R)`).exec(dictionary)?.[1];
  return found === undefined ? null : Number(found);
}
