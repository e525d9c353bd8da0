import { isBlank } from '@dengke/contract';
import type { ItemAnswer, ReturnItem } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import type { ActContext, Change } from './act-context';
import { subjectOf } from './facts';

/** What a return names, item by item, as the ledger keeps it; the remark stands in its erasable words. */
export interface NamedItem {
  /** `2-1`: the first one of the return that ended round 2. */
  id: string;
  field: string;
}

/** Ids for what a return names. The ledger's detail has id and place, its words the remark beside them. */
export function named(items: readonly ReturnItem[], round: number): { detail: { items: NamedItem[] }; items: (NamedItem & ReturnItem)[] } {
  const withIds = items.map(({ field, remark }, index) => ({ id: `${round}-${index + 1}`, field, remark }));
  return { detail: { items: withIds.map(({ id, field }) => ({ id, field })) }, items: withIds };
}

/**
 * The completer's answer to each item that the last return named: mended, or why it stays (P25, P27).
 * @throws DomainError ITEMS_UNANSWERED naming those without words, without an answer, or with two
 */
export async function answered(context: ActContext): Promise<Required<Pick<Change, 'detail' | 'text'>>> {
  const { answers = [] } = context.input;
  const items = await itemsOfLastReturn(context);
  const unanswered = items.filter(({ id }) => answers.filter(({ item, words }) => item === id && !isBlank(words)).length !== 1);
  const beyond = answers.filter(({ item }) => !items.some(({ id }) => id === item));
  if (unanswered.length + beyond.length > 0) {
    throw new DomainError('ITEMS_UNANSWERED', {
      unanswered: unanswered.map(({ id }) => id),
      unknown: beyond.map(({ item }) => item),
    });
  }
  return { detail: { answers: answers.map(withoutWords) }, text: { answers } };
}

const withoutWords = ({ item, outcome }: ItemAnswer): Pick<ItemAnswer, 'item' | 'outcome'> => ({ item, outcome });

async function itemsOfLastReturn({ manager, submission }: ActContext): Promise<NamedItem[]> {
  const [last] = await manager.query<{ items: NamedItem[] | null }[]>(
    `SELECT JSON_QUERY(detail, '$.items') AS items FROM ledger_entry WHERE subject = ? AND kind = 'return' ORDER BY number DESC LIMIT 1`,
    [subjectOf(submission.serial)],
  );
  return last?.items ?? [];
}
