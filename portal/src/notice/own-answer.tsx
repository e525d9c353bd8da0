import { useQuery } from '@tanstack/react-query';
import { feedbackForms } from '@dengke/contract';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { instantOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { ownAnswerQuery } from './reading';

/** What one’s own organisation answered. */
export function OwnAnswer({ id }: { id: string }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const { position } = useMe();
  const { data, error } = useQuery(ownAnswerQuery(id));
  if (error !== null) {
    return <Trouble error={error} />;
  }
  if (data === undefined) {
    return <Waiting />;
  }
  return (
    <section className="card" aria-labelledby="answered">
      <h2 id="answered">{t('answered', { at: instantOf(data.answeredAt) })}</h2>
      <dl className="answer-facts">
        {feedbackForms[data.form].fields.map(({ id: name }) => (
          <div key={name}>
            <dt>{t(`fields.${name}`)}</dt>
            <dd>{data.filledIn[name]}</dd>
          </div>
        ))}
      </dl>
      {feedbackForms[data.form].sealed && (
        <p>
          <a href={`/api/v1/notices/${id}/answers/${position.organisationId}/seal`} download>
            {t('sealFile')}
          </a>
        </p>
      )}
    </section>
  );
}
