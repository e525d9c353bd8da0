import { commonParts } from '@dengke/titles';
import type { MarkKind } from './marks';
import type { LikenessReason } from './likenesses.dto';

/** Why two are alike: the numbers both rest on, and the pieces of the name that both have. */
export const reasonsOf = (
  name: string,
  other: string,
  score: number | null,
  same: readonly { kind: MarkKind; value: string; field?: string }[],
): LikenessReason[] => [
  ...same.map(({ kind, value, field }): LikenessReason => ({ code: 'SAME_NUMBER', kind, number: value, field: field ?? null, common: [] })),
  ...(score === null ? [] : [{ code: 'NEAR_NAME' as const, kind: null, number: null, field: 'name', common: commonParts(name, other) }]),
];
