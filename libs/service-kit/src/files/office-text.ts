import { requireSound } from './file-fault';

const LONGEST_TEXT = 64 * 1024;
/** As many cells as ten full sheets of a real table; a sheet could declare 17 thousand million. */
const MOST_CELLS = 100_000_000;
const FIELD = 4_096;

const CONTENT_TYPES =
  /macroenabled|vba|activex|oleobject|ms-office\.(?!chart|drawing|classificationlabels)|ms-excel\.(controlproperties|intlmacrosheet|macrosheet)/i;
const RELATION_TYPES =
  /oleobject|attachedtemplate|vbaproject|\/frame"|afchunk|externallink|\/package"|control|attachedtoolbars|customui|mailmergesource|subdocument/i;
const SAFE_LINK = /^(?:https?:|mailto:|#)/i;
/** Outside of texts and names a formula has a bar only to start a program: `cmd|'/C calc'!A0`. */
const FORMULA = /\||\b(?:WEBSERVICE|CALL|REGISTER|REGISTER\.ID|EXEC)\s*\(/i;
const DDE = /DDE(?:AUTO)?\s+["\\\w]/i;

/** One part of an office file that is XML, read in pieces: what it draws in, runs or declares. */
export class OfficeText {
  private rest = '';
  private isFirst = true;
  private field = '';
  private hasMainType = false;
  private readonly isTypes: boolean;
  private readonly isRelations: boolean;

  constructor(
    name: string,
    private readonly mainType: string,
  ) {
    this.isTypes = name === '[Content_Types].xml';
    this.isRelations = name.toLowerCase().endsWith('.rels');
  }

  /** @throws DomainError FILE_TYPE_REFUSED */
  read(piece: Buffer): void {
    const text = this.rest + piece.toString('latin1');
    if (this.isFirst) {
      // Another encoding would hide everything from what follows.
      requireSound(/^(?:\xef\xbb\xbf)?\s*</.test(text), 'damaged');
      requireSound(!/^[^>]*encoding\s*=\s*["'](?!utf-8|us-ascii)/i.test(text), 'damaged');
      this.isFirst = false;
    }
    const cut = Math.max(text.lastIndexOf('<'), text.length - LONGEST_TEXT, 0);
    this.judge(text.slice(0, cut), text);
    this.rest = text.slice(cut);
  }

  /** @throws DomainError FILE_TYPE_REFUSED */
  end(): void {
    this.judge(`${this.rest}<`, this.rest);
    requireSound(!this.isTypes || this.hasMainType, 'type');
  }

  private judge(whole: string, text: string): void {
    requireSound(!/<!(?:DOCTYPE|ENTITY)|<!\[CDATA\[|<script[\s>]/i.test(text), 'active');
    if (this.isTypes) {
      const types = plain(whole);
      requireSound(!CONTENT_TYPES.test(types), 'active');
      this.hasMainType ||= types.includes(this.mainType);
    } else if (this.isRelations) {
      (whole.match(/<(?:\w+:)?Relationship\b[^<]*/g) ?? []).forEach(requireInnerRelation);
    } else {
      this.judgeContent(whole);
    }
  }

  private judgeContent(whole: string): void {
    for (const [, instruction = ''] of whole.matchAll(/<(?:\w+:)?instrText\b[^<>]*>([^<]*)/g)) {
      this.field = (this.field + plain(instruction)).slice(-FIELD);
      requireSound(!DDE.test(this.field), 'active');
    }
    for (const [, instruction = ''] of whole.matchAll(/\b(?:\w+:)?instr\s*=\s*("[^"]*"|'[^']*')/g)) {
      requireSound(!DDE.test(plain(instruction)), 'active');
    }
    for (const [, formula = ''] of whole.matchAll(/<(?:\w+:)?(?:f|formula\d?|definedName)\b[^<>]*>([^<]*)/g)) {
      requireSound(!FORMULA.test(plain(formula).replace(/"[^"]*"|'[^']*'/g, '')), 'active');
    }
    requireSound(!/<(?:\w+:)?(?:ddeLink|oleLink|oleObjects?|OLEObject|control)\b/.test(whole), 'active');
    for (const [, last = ''] of whole.matchAll(/<(?:\w+:)?dimension\b[^<>]*\bref\s*=\s*["'](?:[A-Z0-9]+:)?([A-Z0-9]+)/gi)) {
      requireSound(cellsTo(last) <= MOST_CELLS, 'bomb');
    }
    requireSound(!/<(?:\w+:)?sst\b[^<>]*\b(?:uniqueC|c)ount\s*=\s*["']\d{9,}/.test(whole), 'bomb');
  }
}

/** Inside of the file, or a link that a person follows. */
function requireInnerRelation(relation: string): void {
  const said = plain(relation);
  requireSound(!RELATION_TYPES.test(said), 'external');
  const mode = /\bTargetMode\s*=\s*["']([^"']*)/.exec(said)?.[1];
  const target = /\bTarget\s*=\s*["']([^"']*)/.exec(said)?.[1] ?? '';
  const isLink = /\bType\s*=\s*["'][^"']*\/hyperlink["']/.test(said) && SAFE_LINK.test(target);
  requireSound(mode === undefined || mode === 'Internal' || isLink, 'external');
}

/** Without the detours of XML: `&#68;` is D. */
const plain = (text: string): string =>
  text
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCharCode(hex === undefined ? Number(decimal) : parseInt(hex, 16)),
    )
    .replace(/&(quot|apos|lt|gt|amp);/g, (_, name: string) => ({ quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' })[name] ?? '');

/** How many cells a table to here has: `XFD1048576` is the last one there can be. */
function cellsTo(reference: string): number {
  const [, letters = '', row = '1'] = /^([A-Z]*)(\d*)$/i.exec(reference) ?? [];
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return Math.max(1, column) * Number(row === '' ? '1' : row);
}
