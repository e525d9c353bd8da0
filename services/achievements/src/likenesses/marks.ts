import type { Evidence, PartialForm } from '@dengke/contract';

export const markKinds = ['intellectual-property', 'standard', 'project'] as const;
export type MarkKind = (typeof markKinds)[number];

/** A number as it is compared, and where in the form or among the evidence it stands. */
export interface Mark {
  kind: MarkKind;
  value: string;
  field: string;
}

/** Shorter ones say nothing: 第1号 is on everybody's paper. */
const LEAST_LENGTH = 5;
const SAYS_NOTHING = /[\p{P}\p{Z}\p{C}\p{DI}\p{S}]/gu;
/** Some write them and some do not: 第…号 around any number, ZL or CN before a patent's. */
const AROUND = /^第|号$/g;
const BEFORE_PATENT = /^(?:ZL|CN)(?=\d)/;

/** A number without what people write differently; null when it names nothing. */
export function markOf(kind: MarkKind, number: string): string | null {
  const plain = number.normalize('NFKC').toUpperCase().replace(SAYS_NOTHING, '').replace(AROUND, '');
  const value = kind === 'intellectual-property' ? plain.replace(BEFORE_PATENT, '') : plain;
  return value.length >= LEAST_LENGTH && /\d/.test(value) ? value : null;
}

/** All numbers that name what a form rests on (P19). */
export function marksOf({ projectNumber, ipRights = [] }: PartialForm, evidence: readonly Evidence[]): Mark[] {
  const numbers = [
    ...(projectNumber === undefined ? [] : [{ kind: 'project' as const, number: projectNumber, field: 'projectNumber' }]),
    ...ipRights.flatMap(({ number }, row) =>
      number === undefined ? [] : [{ kind: 'intellectual-property' as const, number, field: `ipRights.${row}.number` }],
    ),
    ...evidence.flatMap(({ id, kind, number }) =>
      kind === 'intellectual-property' || kind === 'standard' ? [{ kind, number, field: `evidence.${id}.number` }] : [],
    ),
  ];
  const marks = numbers.flatMap(({ kind, number, field }): Mark[] => {
    const value = markOf(kind, number);
    return value === null ? [] : [{ kind, value, field }];
  });
  return marks.filter((mark, at) => marks.findIndex(({ kind, value }) => kind === mark.kind && value === mark.value) === at);
}
