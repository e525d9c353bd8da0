import type { Category, UnitKind } from '@dengke/contract';

/** What somebody asks of the register, as it stands in the address of the page. */
export interface RegisterAsked {
  name?: string;
  unit?: string;
  completer?: string;
  category?: Category;
  registrationYear?: number;
  areaCode?: string;
  unitKind?: UnitKind;
  industrySection?: string;
  discipline?: string;
}

/** What the QR code of a certificate asks beside its number. */
export interface CertificateAsked {
  version?: number;
  sealed?: string;
}

/** Read with every page: so nothing of the contract but types comes along. */
const categories = ['applied', 'basic', 'soft'] as const satisfies readonly Category[];
const unitKinds = ['enterprise', 'institute', 'university', 'hospital', 'other'] as const satisfies readonly UnitKind[];

type Said = Record<string, unknown>;

/** Addresses are typed, shortened and passed on: what the register would refuse is left out. */
export function registerSearch(said: Said): RegisterAsked {
  const year = Number(said['registrationYear']);
  return present({
    name: wordsOf(said['name'], 100),
    unit: wordsOf(said['unit'], 100),
    completer: wordsOf(said['completer'], 60),
    category: oneOf(categories, said['category']),
    registrationYear: Number.isInteger(year) && year >= 1900 && year <= 2999 ? year : undefined,
    areaCode: matching(/^\d{2}(\d{2}){0,2}$/, said['areaCode']),
    unitKind: oneOf(unitKinds, said['unitKind']),
    industrySection: matching(/^[A-T]$/, said['industrySection']),
    discipline: matching(/^\d{3}$/, said['discipline']),
  });
}

export function certificateAsked(said: Said): CertificateAsked {
  const version = Number(said['version']);
  return present({
    version: Number.isInteger(version) && version > 0 && version <= 10_000 ? version : undefined,
    sealed: matching(/^[\w.-]{1,4000}$/, said['sealed']),
  });
}

const numberPattern = /\d{3}(?:19|20)\d{2}[YJR]\d{4}/;

/**
 * What was typed, pasted or scanned: a registration number, or all that a QR code says.
 * @returns null where it holds no number
 */
export function certificateIn(text: string): { number: string; asked: CertificateAsked } | null {
  const typed = text.replace(/\s/g, '');
  const [number] = numberPattern.exec(typed.toUpperCase()) ?? [];
  if (number === undefined) {
    return null;
  }
  const query = typed.includes('?') ? Object.fromEntries(new URLSearchParams(typed.slice(typed.indexOf('?')))) : {};
  return { number, asked: certificateAsked(query) };
}

/** An address may have read a code of digits as a number. */
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

function wordsOf(value: unknown, most: number): string | undefined {
  const words = textOf(value).slice(0, most);
  return words === '' ? undefined : words;
}

const matching = (pattern: RegExp, value: unknown): string | undefined => (pattern.test(textOf(value)) ? textOf(value) : undefined);

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined => known.find((one) => one === value);

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

const present = <T extends object>(values: T): Present<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
