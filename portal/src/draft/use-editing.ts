import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { Autosave } from './autosave';
import type { EditingState, Saved } from './autosave';
import type { Draft } from './drafts';
import { draftQuery, gapsKey } from './drafts';
import { rowsOf, valueAt } from './form-values';
import type { FormValues } from './form-values';

export interface Editing {
  state: EditingState;
  change: (field: string, to: unknown) => void;
  /** A row more, behind those that stand there by then. */
  append: (list: string, row: FormValues) => void;
  settle: (field: string, keep: 'mine' | 'theirs') => void;
  /** All that was typed, stored. @throws what keeps some of it on this page alone */
  storeAll: () => Promise<void>;
  /** What an act upon the whole draft has made of it. */
  became: (draft: Draft) => void;
  /** The draft is no more. */
  letGo: () => void;
  /** The row of one's own unit, for a form that has none yet. */
  firstUnit: FormValues;
}

type Changes = Schemas['EditDraftDto']['changes'];

/** Typing into a draft: kept as it goes, and nobody leaves the page with something unsaved unasked. */
export function useEditing(draft: Draft, firstUnit: FormValues): Editing {
  const client = useQueryClient();
  const [autosave] = useState(() =>
    Autosave.of(
      { version: draft.version, form: draft.form },
      async (base, changes) => {
        const saved = await answerOf(
          api.PATCH('/drafts/{id}', { params: { path: { id: draft.id } }, body: { base, changes: changes as Changes } }),
        );
        client.setQueryData(draftQuery(draft.id).queryKey, saved);
        return asSaved(saved);
      },
      () => void client.invalidateQueries({ queryKey: gapsKey(draft.id) }),
    ),
  );
  const state = useSyncExternalStore(autosave.subscribe, autosave.current);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (autosave.isUnsaved) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      void autosave.flush();
    };
  }, [autosave]);
  return {
    state,
    change: (field, to) => {
      autosave.change(field, to);
      const known = knownAs(field);
      if (known !== null && valueAt(autosave.current().form, known) !== undefined) {
        autosave.change(known, undefined);
      }
    },
    append: (list, row) => autosave.change(list, [...rowsOf(autosave.current().form, list), row]),
    settle: (field, keep) => autosave.settle(field, keep),
    storeAll: () => autosave.storeAll(),
    became: (changed) => {
      client.setQueryData(draftQuery(changed.id).queryKey, changed);
      autosave.became(asSaved(changed));
    },
    letGo: () => autosave.letGo(),
    firstUnit,
  };
}

const asSaved = ({ version, form }: Draft): Saved => ({ version, form });

/** Where a row says whom of the system it means: under another name it is somebody else. The first unit is one’s own, whatever it is called. */
function knownAs(field: string): string | null {
  const [, row = '', cell] = /^((?:units\.[1-9]\d*|completers\.\d+))\.(name|uscc)$/.exec(field) ?? [];
  return cell === undefined ? null : `${row}.${row.startsWith('units') ? 'unitId' : 'personId'}`;
}
