import { useQuery } from '@tanstack/react-query';
import { feedbackForms } from '@dengke/contract';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { Answered } from '../shared/answered';
import { instantOf } from '../shared/dates';
import { ownAnswerQuery } from './reading';

/** What one’s own organisation answered. */
export function OwnAnswer({ id }: { id: string }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const { position } = useMe();
  const query = useQuery(ownAnswerQuery(id));
  return (
    <Answered query={query}>
      {({ answeredAt, form, filledIn }) => (
        <section className="card" aria-labelledby="answered">
          <h2 id="answered">{t('answered', { at: instantOf(answeredAt) })}</h2>
          <dl className="answer-facts">
            {feedbackForms[form].fields.map(({ id: name }) => (
              <div key={name}>
                <dt>{t(`fields.${name}`)}</dt>
                <dd>{filledIn[name]}</dd>
              </div>
            ))}
          </dl>
          {feedbackForms[form].sealed && (
            <p>
              <a href={`/api/v1/notices/${id}/answers/${position.organisationId}/seal`} download>
                {t('sealFile')}
              </a>
            </p>
          )}
        </section>
      )}
    </Answered>
  );
}
