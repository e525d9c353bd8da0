import type { SubmissionAct } from '@dengke/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { RecommendMany } from './recommend-many';
import { ReturnMany } from './return-many';
import type { QueueLine } from './queue';
import { allOfQueue } from './queue';

interface Props {
  lines: readonly QueueLine[];
  most: number;
  decides: readonly SubmissionAct[];
  onDone: () => void;
}

/** What is chosen in the queue, and what may be done with all of it; each comes out for itself. */
export function ManyPanel({ lines, most, decides, onDone }: Props): React.JSX.Element {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const [doing, setDoing] = useState<'recommend' | 'return' | null>(null);
  const [outcomes, setOutcomes] = useState<Schemas['EachOutcome'][] | null>(null);
  const came = async ({ items }: Schemas['EachOfMany']): Promise<void> => {
    setOutcomes(items);
    setDoing(null);
    await client.invalidateQueries(allOfQueue);
  };
  return (
    <section className="card many" aria-label={t('many')}>
      {outcomes === null ? (
        <div className="many-acts">
          <strong>{t('chosen', { count: lines.length, most })}</strong>
          {decides.includes('recommend') && <Button onClick={() => setDoing('recommend')}>{t('recommendMany')}</Button>}
          {decides.includes('return') && <Button onClick={() => setDoing('return')}>{t('returnMany')}</Button>}
          <Button quiet onClick={onDone}>
            {t('chooseNone')}
          </Button>
        </div>
      ) : (
        <ManyOutcomes lines={lines} outcomes={outcomes} onDone={onDone} />
      )}
      {doing === 'recommend' && <RecommendMany lines={lines} onDone={came} onCancel={() => setDoing(null)} />}
      {doing === 'return' && <ReturnMany lines={lines} onDone={came} onCancel={() => setDoing(null)} />}
    </section>
  );
}

function ManyOutcomes({
  lines,
  outcomes,
  onDone,
}: Pick<Props, 'lines' | 'onDone'> & { outcomes: Schemas['EachOutcome'][] }): React.JSX.Element {
  const { t } = useTranslation(['review', 'problems']);
  const nameOf = (serial: string): string => lines.find((line) => line.serial === serial)?.name ?? serial;
  return (
    <div role="status">
      <p>{t('review:outcomes', { done: outcomes.filter(({ outcome }) => outcome !== 'refused').length, count: outcomes.length })}</p>
      <ul>
        {outcomes.map(({ serial, outcome, code }) => (
          <li key={serial}>
            <Link to="/review/$serial" params={{ serial }}>
              {nameOf(serial)}
            </Link>
            ：{outcome === 'refused' ? t(`problems:${code ?? 'UNEXPECTED'}`) : t('review:done')}
          </li>
        ))}
      </ul>
      <Button onClick={onDone}>{t('review:close')}</Button>
    </div>
  );
}
