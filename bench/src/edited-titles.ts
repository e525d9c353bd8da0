import { Converter } from 'opencc-js/cn2t';
import { another, chance, partsOf, pick, titleOf, unitOf } from './many-titles';
import type { TitleParts } from './many-titles';

/** How somebody writes a registered name another time; `hard` are other achievements that share most words. */
export const editKinds = ['renamed', 'traditional', 'reordered', 'abbreviated', 'other unit', 'other year', 'numerals', 'several'] as const;
export type EditKind = (typeof editKinds)[number] | 'hard';

/** A name to look for, with the registered one it was made from. */
export interface EditedTitle {
  kind: EditKind;
  of: number;
  name: string;
  unit: string;
}

const traditional = Converter({ from: 'cn', to: 'tw' });
const chinese = (digits: string): string => [...digits].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');

type Edit = (parts: TitleParts, random: () => number) => string;

const edits: Record<EditKind, Edit> = {
  renamed: (parts, random) => titleOf({ ...parts, ending: pick(another.ending, random), thing: pick(another.thing, random) }),
  traditional: (parts) => traditional(titleOf(parts)),
  reordered: ({ place, condition, object, second, method, thing, ending, model }) =>
    `${second === '' ? object : `${second}及${object}`}${condition}${method}${thing}（${place}${model}）${ending}`,
  abbreviated: (parts) => titleOf({ ...parts, place: '', ending: '' }),
  'other unit': (parts, random) => titleOf({ ...parts, ending: pick(another.ending, random) }),
  'other year': (parts) => `${titleOf(parts)}（2022年度）`,
  numerals: (parts) => `“${titleOf({ ...parts, model: parts.model.replace(/\d+/, chinese) })}” Ⅱ期`,
  several: (parts, random) => traditional(`${titleOf({ ...parts, place: '', ending: pick(another.ending, random) })}（二期）`),
  hard: (parts, random) => titleOf({ ...parts, object: pick(another.object, random), method: pick(another.method, random) }),
};

/** Names made from titles among the first `titles`, as many of each kind; other units where the kind says so, and for every third besides. */
export function editedTitles(titles: number, ofEach: number): EditedTitle[] {
  const random = chance(20_230_807);
  return [...editKinds, 'hard' as const].flatMap((kind) =>
    Array.from({ length: ofEach }, (_, index): EditedTitle => {
      const of = 1 + Math.floor(random() * titles);
      const unit = kind === 'other unit' || kind === 'hard' || index % 3 === 0 ? 'unit-of-nobody-before' : unitOf(of);
      return { kind, of, name: edits[kind](partsOf(of), random), unit };
    }),
  );
}
