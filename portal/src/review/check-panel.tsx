import { findingAnswers } from '@dengke/contract';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import type { Noting } from './notes';
import type { Place } from './places';

interface Props {
  items: readonly Schemas['CheckLine'][];
  noting: Noting;
  places: readonly Place[];
}

/** The check list: each item is answered; what is not in order says why, and may say where. */
export function CheckPanel({ items, noting, places }: Props): React.JSX.Element {
  const { t } = useTranslation('review');
  const answered = items.filter(({ id }) => noting.notes.findings[id]?.answer !== undefined).length;
  return (
    <section aria-labelledby="title-check">
      <h2 id="title-check">{t('checkList')}</h2>
      <p className="hint" role="status">
        {t('answered', { count: answered, of: items.length })}
      </p>
      {(['truth', 'completeness', 'conformity'] as const).map((point) => (
        <div key={point} role="group" aria-label={t(`points.${point}`)}>
          <h3>{t(`points.${point}`)}</h3>
          {items
            .filter((item) => item.point === point)
            .map((item) => (
              <CheckItem key={item.id} item={item} noting={noting} places={places} />
            ))}
        </div>
      ))}
    </section>
  );
}

function CheckItem({ item, noting, places }: { item: Schemas['CheckLine'] } & Omit<Props, 'items'>): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const { id, text, provisions, mayNotApply, earlier } = item;
  const article = /A542-(\d+)/.exec(provisions)?.[1];
  const found = noting.notes.findings[id] ?? {};
  const answers = findingAnswers.filter((answer) => answer !== 'notApplicable' || mayNotApply);
  return (
    <fieldset className="check-item">
      <legend>
        {text} {article !== undefined && <span className="hint">{t('review:article', { article })}</span>}
      </legend>
      <div className="check-answers">
        {answers.map((answer) => (
          <label key={answer} className="tick">
            <input type="radio" name={`check-${id}`} checked={found.answer === answer} onChange={() => noting.answer(id, { answer })} />
            <span>{t(`review:answers.${answer}`)}</span>
          </label>
        ))}
      </div>
      {found.answer === 'not' && (
        <>
          <label>
            {t('review:why')}
            <textarea
              rows={2}
              maxLength={1000}
              value={found.remark ?? ''}
              onChange={({ target }) => noting.answer(id, { remark: target.value })}
            />
          </label>
          <label>
            {t('review:where')}
            <select value={found.field ?? ''} onChange={({ target }) => noting.answer(id, { field: target.value })}>
              <option value="">{t('review:nowhere')}</option>
              {places.map(({ field, label }) => (
                <option key={field} value={field}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      {earlier.map(({ stage, round, answer, remark }) => (
        <p key={`${stage}-${round}`} className="hint">
          {t(`journey:stages.${stage}`)} · {t('journey:round', { round })}：{t(`review:answers.${answer}`)}
          {remark !== null && `（${remark}）`}
        </p>
      ))}
    </fieldset>
  );
}
