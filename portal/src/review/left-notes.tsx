import type { FormSchema } from '@dengke/contract/forms';
import type { SubmissionAct } from '@dengke/contract';
import { useId } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import type { Notes } from './notes';
import { useNotedPlaces, useNotes } from './notes';
import { usePlaces } from './places';

interface Props {
  page: Schemas['SubmissionPage'];
  schema: FormSchema;
  /** Stage and round that are judged here and now, or null. */
  judged: string | null;
}

/** What one wrote at a stage that has gone out of one's hands since, because a colleague was quicker: it can still be read, and copied. */
export function LeftNotes({ page, schema, judged }: Props): React.JSX.Element {
  const { progress, legs } = page;
  const { person } = useMe();
  const isOwnDecision = (place: string): boolean =>
    legs.some(({ kind, decision, claimedBy }) => `${kind}-${progress.round}` === place && decision !== null && claimedBy === person.id);
  const left = useNotedPlaces(progress.serial).filter((place) => place !== judged && !isOwnDecision(place));
  return (
    <>
      {left.map((place) => (
        <Left key={place} judged={`${progress.serial}-${place}`} page={page} schema={schema} />
      ))}
    </>
  );
}

function Left({ judged, page, schema }: Omit<Props, 'judged'> & { judged: string }): React.JSX.Element | null {
  const { t } = useTranslation(['review', 'journey']);
  const id = useId();
  const { notes, forget } = useNotes(judged);
  const places = usePlaces(page, schema);
  const placeName = (field: string): string => places.find((place) => place.field === field)?.label ?? t('review:remark');
  const lines = [
    ...Object.entries(notes.remarks).map(([field, remark]) => [placeName(field), remark] as const),
    ...Object.values(notes.findings).map(({ remark }) => [t('review:why'), remark ?? ''] as const),
    ...wordsOf(notes).map(([act, words]) => [t(`journey:acts.${act}`), words] as const),
  ].filter(([, words]) => words.trim() !== '');
  return lines.length === 0 ? null : (
    <section className="left-notes" aria-labelledby={id}>
      <h2 id={id}>{t('review:left')}</h2>
      <p role="alert">{t('review:leftHint')}</p>
      <dl>
        {lines.map(([label, words], line) => (
          <div key={line}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={forget}>{t('review:leave')}</Button>
    </section>
  );
}

/** Words of a likeness name the other submission after the act. */
const wordsOf = ({ words }: Notes): [SubmissionAct, string][] =>
  Object.entries(words).map(([said, typed]) => [(said.split(' ')[0] ?? said) as SubmissionAct, typed]);
