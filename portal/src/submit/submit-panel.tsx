import type { FormSchema } from '@dengke/contract/forms';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import type { Door, Draft } from '../draft/drafts';
import { placeOf, useGapWords } from '../draft/gap-words';
import { Button } from '../shared/button';
import { Refusal } from '../shared/refusal';
import { useAnswers } from './answers';

interface Props {
  draft: Draft;
  schema: FormSchema;
  gaps: Schemas['Gaps'] | undefined;
  serial: string | undefined;
  /** The ways a unit may go, and the one it goes. */
  doors: readonly Door[];
  through: Door | undefined;
  choose: (door: Door) => void;
  /** Stores what is still being typed: nothing goes up that is other than what the page shows. */
  storeAll: () => Promise<void>;
}

/** The end of the form: what keeps it from being submitted, or by which intake and through which door it goes. */
export function SubmitPanel({ draft, schema, gaps, serial, doors, through, choose, storeAll }: Props): React.JSX.Element {
  const { t } = useTranslation('submit');
  const navigate = useNavigate();
  const client = useQueryClient();
  const answers = useAnswers(serial);
  const submitting = useAct(
    async (_: { through: Door | undefined }, key) => {
      await storeAll();
      return serial === undefined ? submit(draft.id, through, key) : resubmit(serial, answers.round, answers.given, key);
    },
    async (progress) => {
      await client.invalidateQueries();
      await navigate({ to: '/submissions/$serial', params: { serial: progress.serial } });
    },
  );
  const wordsOf = useGapWords(schema);
  const missing = gaps?.missing ?? [];
  return (
    <section className="card form-section" aria-labelledby="title-submit" id="section-submit">
      <h2 id="title-submit">{t(serial === undefined ? 'submitTitle' : 'resubmitTitle')}</h2>
      {missing.length > 0 ? (
        <div className="not-yet">
          <p>{t('notYet', { count: missing.length })}</p>
          <ul>
            {missing.slice(0, 8).map((gap, index) => (
              <li key={index}>
                <a href={`#${placeOf(gap.field)}`}>{wordsOf(gap)}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        gaps?.intake && <p className="well">{t(`intake.${gaps.intake.mode}`)}</p>
      )}
      {serial === undefined && doors.length > 1 && (
        <fieldset className="doors">
          <legend>{t('door')}</legend>
          {doors.map((one) => (
            <label key={one} className="tick">
              <input type="radio" name="door" checked={one === through} onChange={() => choose(one)} />
              <span>{t(`doors.${one}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {serial !== undefined && answers.open > 0 && <p className="doubt">{t('answersOpen', { count: answers.open })}</p>}
      {submitting.error !== null && <Refusal error={submitting.error} />}
      <div className="form-acts">
        <Button
          primary
          disabled={submitting.isPending || missing.length > 0 || gaps === undefined || answers.open > 0}
          onClick={() => submitting.send({ through })}
        >
          {t(serial === undefined ? 'submit' : 'resubmit')}
        </Button>
      </div>
      <p className="hint">{t(serial === undefined ? 'afterwards' : 'afterwardsAgain')}</p>
    </section>
  );
}

const submit = (id: string, door: Door | undefined, key: string): Promise<Schemas['ProgressDto']> =>
  answerOf(api.POST('/drafts/{id}/submit', { ...keyed(key), params: { path: { id } }, body: door === undefined ? {} : { door } }));

const resubmit = (serial: string, round: number, answers: Schemas['ItemAnswerDto'][], key: string): Promise<Schemas['ProgressDto']> =>
  answerOf(
    api.POST('/submissions/{serial}/resubmit', {
      ...keyed(key),
      params: { path: { serial } },
      body: { seen: { stage: null, round }, answers },
    }),
  );
