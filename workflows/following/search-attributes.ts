import { searchAttributes } from '@dengke/contract';
import type { SearchAttribute } from '@dengke/contract';
import { defineSearchAttributeKey } from '@temporalio/common';
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes } from '@temporalio/workflow';

export type AttributeValues = Partial<Record<SearchAttribute, string | number | null>>;

/** Tells Temporal's visibility what has changed, in one upsert a step: each costs an event. */
export class SearchAttributeBoard {
  private shown: AttributeValues = {};

  show(values: AttributeValues): void {
    const names = (Object.keys(values) as SearchAttribute[]).filter((name) => (values[name] ?? null) !== (this.shown[name] ?? null));
    this.shown = values;
    if (names.length > 0) {
      upsertSearchAttributes(names.map((name) => pairOf(name, values[name] ?? null)));
    }
  }
}

function pairOf(name: SearchAttribute, value: string | number | null): SearchAttributeUpdatePair {
  const type = searchAttributes[name];
  switch (type) {
    case 'KEYWORD':
      return { key: defineSearchAttributeKey(name, type), value: value === null ? null : String(value) };
    case 'INT':
      return { key: defineSearchAttributeKey(name, type), value: value === null ? null : Number(value) };
    case 'DATETIME':
      return { key: defineSearchAttributeKey(name, type), value: value === null ? null : new Date(value) };
  }
}
