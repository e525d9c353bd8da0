import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { Answered } from '../shared/answered';
import { instantOf } from '../shared/dates';
import { useOffices } from './offices';
import { timelineQuery } from './submissions';

/** All that was done and by which office, the newest first, with the words that were said. */
export function Timeline({ serial }: { serial: string }): React.JSX.Element {
  const { t } = useTranslation(['submit', 'journey']);
  const query = useQuery(timelineQuery(serial));
  const offices = useOffices((query.data ?? []).map(({ organisationId }) => organisationId));
  const nameOf = (id: string | null): string => offices.get(id)?.name ?? '';
  return (
    <section className="card timeline whole" aria-labelledby="title-timeline">
      <h2 id="title-timeline">{t('submit:timeline')}</h2>
      <Answered query={query}>
        {(facts) => (
          <ol>
            {[...facts].reverse().map(({ number, act, at, organisationId, round, text }) => (
              <li key={number}>
                <strong>{t(`journey:acts.${act}`)}</strong>
                <span className="hint">
                  <time dateTime={at}>{instantOf(at)}</time>
                  {nameOf(organisationId) !== '' && ` · ${nameOf(organisationId)}`}
                  {round > 1 && ` · ${t('journey:round', { round })}`}
                </span>
                {wordsOf(text).map((words) => (
                  <p key={words}>{words}</p>
                ))}
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </section>
  );
}

const saidIn = ['opinion', 'reason', 'remark'];

const wordsOf = (text: Record<string, unknown> | null): string[] =>
  saidIn.flatMap((key) => (typeof text?.[key] === 'string' && text[key] !== '' ? [text[key]] : []));
