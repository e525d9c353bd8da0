import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { instantOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { organisationsQuery, timelineQuery } from './submissions';

/** All that was done and by which office, the newest first, with the words that were said. */
export function Timeline({ serial }: { serial: string }): React.JSX.Element {
  const { t } = useTranslation(['submit', 'journey']);
  const { data, error, refetch } = useQuery(timelineQuery(serial));
  const organisations = useQuery(organisationsQuery);
  const nameOf = (id: string | null): string => organisations.data?.find((one) => one.id === id)?.name ?? '';
  return (
    <section className="card timeline whole" aria-labelledby="title-timeline">
      <h2 id="title-timeline">{t('submit:timeline')}</h2>
      {error !== null && <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      <ol>
        {[...(data ?? [])].reverse().map(({ number, act, at, organisationId, round, text }) => (
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
    </section>
  );
}

const saidIn = ['opinion', 'reason', 'remark'];

function wordsOf(text: Record<string, unknown> | null): string[] {
  const said = text;
  return saidIn.flatMap((key) => (typeof said?.[key] === 'string' && said[key] !== '' ? [said[key]] : []));
}
