import { normalisedName } from '@dengke/contract';
import { Converter } from 'opencc-js/t2cn';

const FIRST_IDEOGRAPH = 0x3400;
const AFTER_IDEOGRAPHS = 0xa000;
/** What OpenCC leaves to phrases: the one character that mostly stands for the other. */
const LEFT_TO_PHRASES: Record<string, string> = { 著: '着', 瞭: '了', 乾: '干', 鑽: '钻' };
const ROMAN_SIGNS = /[\u2160-\u216b\u2170-\u217b]/g;
const ROMAN_WORDS = /(?<![a-z])(?:viii|iii|vii|xii|ii|iv|vi|ix|xi)(?![a-z])/g;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const DIGITS = '〇一二三四五六七八九';
const TENS = /([一二三四五六七八九]?)十([一二三四五六七八九]?)/g;
const SINGLE_DIGITS = /[〇零一二两三四五六七八九]/g;
const HAS_CHINESE_DIGIT = /[〇零一二两三四五六七八九十]/;

const simplified = simplifiedCharacters();

/**
 * A name as names are compared (P19): without what people write differently. Beside width, case, punctuation and invisible signs that is 繁简,
 * and Arabic, Chinese and Roman numerals. The fingerprint goes without the last two: what is refused by it must be the same beyond doubt.
 */
export function foldedTitle(name: string): string {
  const plain = normalisedName(name.replace(ROMAN_SIGNS, (sign) => String(((sign.codePointAt(0) ?? 0) & 0xf) + 1)));
  const roman = plain.replace(ROMAN_WORDS, (word) => String(ROMAN.indexOf(word) + 1));
  return arabic(inSimplified(roman));
}

function inSimplified(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    folded += String.fromCharCode(simplified[code] ?? code);
  }
  return folded;
}

/** 十二 is 12; other numerals digit by digit, so that 一体化 is changed too, alike on both sides. */
function arabic(text: string): string {
  if (!HAS_CHINESE_DIGIT.test(text)) {
    return text;
  }
  const digit = (sign: string): string => (sign === '零' ? '0' : sign === '两' ? '2' : String(DIGITS.indexOf(sign)));
  return text
    .replace(TENS, (_, tens: string, ones: string) => `${tens === '' ? '1' : digit(tens)}${ones === '' ? '0' : digit(ones)}`)
    .replace(SINGLE_DIGITS, digit);
}

/** Character by character: a phrase would decide by its neighbours, and a moved word must not fold otherwise. */
function simplifiedCharacters(): Uint16Array {
  const convert = Converter({ from: 't', to: 'cn' });
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = FIRST_IDEOGRAPH; code < AFTER_IDEOGRAPHS; code += 1) {
    const sign = String.fromCharCode(code);
    const simple = LEFT_TO_PHRASES[sign] ?? convert(sign);
    table[code] = simple.length === 1 ? simple.charCodeAt(0) : code;
  }
  return table;
}
