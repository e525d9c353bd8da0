import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { checkListQuery } from './desk';
import type { QueueLine } from './queue';

export interface ManyProps {
  lines: readonly QueueLine[];
  onDone: (outcomes: Schemas['EachOfMany']) => Promise<void>;
  onCancel: () => void;
}

/** Every item of the check lists of all that are chosen is answered here, once for all of them; what fails one is decided at its desk. */
export function RecommendMany({ lines, onDone, onCancel }: ManyProps): React.JSX.Element {
  const { t } = useTranslation(['review', 'shell']);
  const lists = useQueries({ queries: lines.map(({ serial }) => checkListQuery(serial)) });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [opinion, setOpinion] = useState('');
  const acting = useAct(
    (_: void, key) =>
      answerOf(
        api.POST('/submissions/recommend', {
          ...keyed(key),
          body: {
            submissions: lines.map(({ serial, stage, round }, index) => ({
              ...{ serial, seen: { stage, round } },
              findings: (lists[index]?.data?.items ?? []).map(({ id }) => ({ item: id, answer: 'ok' as const })),
            })),
            ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }),
          },
        }),
      ),
    onDone,
  );
  const failed = lists.find(({ error }) => error !== null)?.error;
  if (failed !== undefined && failed !== null) {
    return <Trouble error={failed} retry={() => lists.forEach(({ refetch }) => void refetch())} />;
  }
  if (lists.some(({ isPending }) => isPending)) {
    return <Waiting lines={6} />;
  }
  const items = new Map(lists.flatMap(({ data }) => (data?.items ?? []).map((item): [string, Schemas['CheckLine']] => [item.id, item])));
  const tick = (id: string): void => setTicked(new Set(ticked.has(id) ? [...ticked].filter((one) => one !== id) : [...ticked, id]));
  return (
    <form
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        acting.send();
      }}
    >
      <fieldset className="many-checks">
        <legend>{t('review:checkMany', { count: lines.length })}</legend>
        {[...items.values()].map(({ id, text }) => (
          <label key={id} className="tick">
            <input type="checkbox" checked={ticked.has(id)} onChange={() => tick(id)} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <label>
        {t('review:opinion')}
        <textarea rows={2} maxLength={2000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
      </label>
      {acting.error !== null && <Trouble error={acting.error} />}
      <div className="many-acts">
        <Button primary type="submit" disabled={ticked.size < items.size || acting.isPending}>
          {t('review:recommendCount', { count: lines.length })}
        </Button>
        <Button onClick={onCancel}>{t('shell:cancel')}</Button>
      </div>
    </form>
  );
}
