import type { FormSchema } from '@dengke/contract/forms';
import { isOver } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Deadlines } from '../submit/deadlines';
import { RoutePicture } from '../submit/route-picture';
import { Timeline } from '../submit/timeline';
import { ChangesPanel } from './changes-panel';
import { FormPanel } from './form-panel';
import { LikenessesPanel } from './likenesses-panel';
import type { Noting } from './notes';

interface Props {
  page: Schemas['SubmissionPage'];
  schema: FormSchema;
  noting: Noting | null;
  mayJudge: boolean;
}

type Panel = 'form' | 'changes' | 'likenesses' | 'route';

/** What was submitted: the form, what is other than before, what is like it, and its route with all that was done. */
export function DeskMain({ page, schema, noting, mayJudge }: Props): React.JSX.Element {
  const { t } = useTranslation('review');
  const { progress, form } = page;
  const isAgain = progress.round > 1 && form !== null;
  const panels: readonly Panel[] = [
    'form',
    ...(isAgain ? (['changes'] as const) : []),
    ...(mayJudge ? (['likenesses'] as const) : []),
    'route',
  ];
  const [chosen, setChosen] = useState<Panel>(isAgain ? 'changes' : 'form');
  // After a decision there is less to choose from.
  const shown = panels.includes(chosen) ? chosen : 'form';
  return (
    <section className="card desk-main" aria-labelledby="title-submitted">
      <h2 id="title-submitted">{t('submitted')}</h2>
      <div className="switch" role="group" aria-labelledby="title-submitted">
        {panels.map((panel) => (
          <button key={panel} type="button" aria-pressed={panel === shown} onClick={() => setChosen(panel)}>
            {t(`panels.${panel}`)}
          </button>
        ))}
      </div>
      {shown === 'form' && (form === null ? <p>{t('headOnly')}</p> : <FormPanel schema={schema} form={form} noting={noting} />)}
      {shown === 'changes' && <ChangesPanel serial={progress.serial} schema={schema} />}
      {shown === 'likenesses' && (
        <LikenessesPanel serial={progress.serial} seen={{ stage: progress.stage, round: progress.round }} noting={noting} />
      )}
      {shown === 'route' && (
        <div className="desk-route">
          <RoutePicture page={page} />
          {!isOver(progress.state) && <Deadlines serial={progress.serial} />}
          <Timeline serial={progress.serial} />
        </div>
      )}
    </section>
  );
}
