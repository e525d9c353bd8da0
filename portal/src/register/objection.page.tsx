import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Answered } from '../shared/answered';
import { bytesOf } from '../shared/bytes';
import { instantOf, lastDayOf } from '../shared/dates';
import { DueDay } from '../shared/due-day';
import { PageHead } from '../shared/page-head';
import { StateTag } from '../shared/state-tag';
import { Trouble } from '../shared/trouble';
import { Deciding } from './deciding';
import { objectionQuery, submissionOfQuery } from './reading';
import { SenderForm } from './sender-form';

type Objection = Schemas['ObjectionPageDto'];

/** One objection beside what it is about: grounds, files, how it was handled, and what the registrar does with it. */
export function ObjectionPage(): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const { receipt } = useParams({ from: '/signed-in/objections/$receipt' });
  const query = useQuery(objectionQuery(receipt));
  return (
    <Answered query={query} lines={8}>
      {(objection) => (
        <>
          <PageHead title={t('objections.one', { receipt })} />
          <p>
            <Link to="/objections">{t('objections.toList')}</Link>
          </p>
          <div className="cards">
            <Said objection={objection} />
            <Subject serial={objection.serial} />
            <Handling objection={objection} />
            <Deciding objection={objection} />
          </div>
        </>
      )}
    </Answered>
  );
}

function Said({ objection: one }: { objection: Objection }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  return (
    <section className="card" aria-labelledby="said">
      <h2 id="said">
        {t('objections.said')} <span className="hint">{t(`objections.states.${one.state}`)}</span>
      </h2>
      {one.flaw !== null && <p className="office-late">{t(`objections.flaws.${one.flaw}`)}</p>}
      <dl className="facts">
        <div className="whole">
          <dt>{t('objections.columns.kinds')}</dt>
          <dd>{one.kinds.map((kind) => t(`objections.kinds.${kind}`)).join('、')}</dd>
        </div>
        <div className="whole">
          <dt>{t('objections.grounds')}</dt>
          <dd className="as-said">{one.grounds ?? t('erased')}</dd>
        </div>
        <div>
          <dt>{t('objections.columns.objector')}</dt>
          <dd>
            {t(`objections.objectors.${one.objector}`)}：{one.name ?? t('objections.unnamed')}
          </dd>
        </div>
        <div>
          <dt>{t('objections.contact')}</dt>
          <dd>{one.contact ?? t('objections.unnamed')}</dd>
        </div>
        <div>
          <dt>{t('objections.columns.receivedAt')}</dt>
          <dd>{instantOf(one.receivedAt)}</dd>
        </div>
      </dl>
      {one.files.length > 0 && (
        <ul className="office-list">
          {one.files.map(({ part, fileName, bytes }) => (
            <li key={part}>
              <a href={`/api/v1/objections/${one.receipt}/files/${part}`} download>
                {fileName}
              </a>
              <span className="hint"> {bytesOf(bytes)}</span>
            </li>
          ))}
        </ul>
      )}
      {(one.name !== null || one.contact !== null) && <SenderForm receipt={one.receipt} />}
    </section>
  );
}

/** What it is about: while it holds the registration, by when to decide; before, until when it is published. */
function Subject({ serial }: { serial: string }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const { data, error } = useQuery(submissionOfQuery(serial));
  return (
    <section className="card" aria-labelledby="subject">
      <h2 id="subject">{t('objections.subject')}</h2>
      {data !== undefined && <Held page={data} />}
      {error !== null && <Trouble error={error} />}
      {data !== undefined && (
        <dl className="facts">
          <div className="whole">
            <dt>{t('achievement')}</dt>
            <dd>
              <Link to="/review/$serial" params={{ serial }} preload={false}>
                {data.name ?? serial}
              </Link>{' '}
              <StateTag state={data.progress.state} />
            </dd>
          </div>
          <div>
            <dt>{t('objections.columns.serial')}</dt>
            <dd>{serial}</dd>
          </div>
          {data.form !== null && (
            <>
              <div className="whole">
                <dt>{t('units')}</dt>
                <dd>{(data.form.units ?? []).map(({ name }) => name).join('、')}</dd>
              </div>
              <div className="whole">
                <dt>{t('completers')}</dt>
                <dd>{(data.form.completers ?? []).map(({ name }) => name).join('、')}</dd>
              </div>
            </>
          )}
        </dl>
      )}
    </section>
  );
}

function Held({ page: { heldAt, progress } }: { page: Schemas['SubmissionPage'] }): React.JSX.Element | null {
  const { t } = useTranslation('registrar');
  const { state, dueAt, dueProvisional } = progress;
  if (heldAt !== null) {
    return (
      <>
        <p className="office-late">{t('objections.held')}</p>
        {dueAt !== null && <DueDay at={dueAt} provisional={dueProvisional} />}
      </>
    );
  }
  return state === 'in-publicity' && dueAt !== null ? <p className="hint">{t('objections.until', { day: lastDayOf(dueAt) })}</p> : null;
}

function Handling({ objection: { handling } }: { objection: Objection }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  return (
    <section className="card" aria-labelledby="handling">
      <h2 id="handling">{t('objections.handling')}</h2>
      <ol className="office-list">
        {handling.map(({ act, at, words }) => (
          <li key={`${act} ${at}`}>
            {t(`objections.acts.${act as 'note'}`)} <time dateTime={at}>{instantOf(at)}</time>
            {words !== null && <p className="as-said">{words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
