import { useTranslation } from '../messages/use-translation';
import { useAnswers, writeAnswer } from './answers';

/** What the desk that returned it asks to mend: each named thing with its field, and one's own answer to it. */
export function ReturnedItems({ serial }: { serial: string }): React.JSX.Element {
  const { t } = useTranslation('submit');
  const { asked, written } = useAnswers(serial);
  return (
    <section className="card form-section returned" aria-labelledby="title-returned">
      <h2 id="title-returned">{t('returnedItems')}</h2>
      <p className="hint">{t('returnedHint')}</p>
      <ol>
        {asked.map(({ id, field, label, remark }) => (
          <li key={id}>
            <p>
              <a href={`#${label === null || field === 'evidence' ? 'section-evidence' : `field-${field}`}`}>{label ?? t('theEvidence')}</a>
              ：{remark}
            </p>
            <fieldset>
              <legend className="only-heard">{t('answerTo', { label: label ?? t('theEvidence') })}</legend>
              {(['mended', 'explained'] as const).map((outcome) => (
                <label key={outcome} className="tick">
                  <input
                    type="radio"
                    name={`outcome-${id}`}
                    checked={written[id]?.outcome === outcome}
                    onChange={() => writeAnswer(serial, id, { outcome })}
                  />
                  <span>{t(`outcomes.${outcome}`)}</span>
                </label>
              ))}
              <label>
                {t('answerWords')}
                <textarea
                  rows={2}
                  maxLength={1000}
                  value={written[id]?.words ?? ''}
                  onChange={(event) => writeAnswer(serial, id, { words: event.target.value })}
                />
              </label>
            </fieldset>
          </li>
        ))}
      </ol>
    </section>
  );
}
