import { isOver } from '@dengke/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { instantOf, lastDayOf } from '../shared/dates';
import { Export } from '../shared/export';
import { More } from '../shared/listed';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { useEvery } from '../shared/use-every';
import { Waiting } from '../shared/waiting';
import { expectedOf, SubmissionCard } from './submission-card';
import { draftsQuery, submissionsQuery } from './submissions';
import './achievements.css';

/** What one has begun and submitted, each with where it stands and what is expected of oneself. */
export function AchievementsPage(): React.JSX.Element {
  const { t } = useTranslation('submit');
  const drafts = useInfiniteQuery(draftsQuery);
  const submissions = useInfiniteQuery(submissionsQuery);
  const error = drafts.error ?? submissions.error;
  const submitted = submissions.data?.pages.flatMap(({ items }) => items) ?? [];
  const begun = drafts.data?.pages.flatMap(({ items }) => items) ?? [];
  const isNothing = drafts.isSuccess && submissions.isSuccess && submitted.length + begun.length === 0;
  return (
    <>
      <PageHead title={t('achievements')}>
        <Link to="/drafts/new">
          <Button primary tabIndex={-1}>
            {t('begin')}
          </Button>
        </Link>
      </PageHead>
      {error !== null && <Trouble error={error} retry={() => void Promise.all([drafts.refetch(), submissions.refetch()])} />}
      {(drafts.isPending || submissions.isPending) && <Waiting lines={6} />}
      {isNothing && (
        <div className="card">
          <p>{t('none')}</p>
          <p className="hint">{t('noneHint')}</p>
        </div>
      )}
      {begun.length > 0 && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">{t('drafts')}</h2>
          <ul className="achievements">
            {begun.map(({ id, name, changedAt }) => (
              <li key={id} className="card">
                <h3>
                  <Link to="/drafts/$id" params={{ id }} search={{}}>
                    {name ?? t('unnamed')}
                  </Link>
                </h3>
                <p>{t('expected.draft')}</p>
                <p className="hint">{t('changedAt', { at: instantOf(changedAt) })}</p>
              </li>
            ))}
          </ul>
          <More list={drafts} />
          <DraftsExport />
        </section>
      )}
      {submitted.length > 0 && (
        <section aria-labelledby="submitted">
          <h2 id="submitted">{t('submitted')}</h2>
          <ul className="achievements">
            {submitted.map((line) => (
              <SubmissionCard key={line.serial} line={line} />
            ))}
          </ul>
          <More list={submissions} />
          <SubmissionsExport />
        </section>
      )}
    </>
  );
}

function DraftsExport(): React.JSX.Element {
  const { t } = useTranslation('submit');
  const every = useEvery();
  return (
    <Export<Schemas['DraftLine']>
      list={t('drafts')}
      columns={[
        [t('columns.name'), ({ name }) => name ?? t('unnamed')],
        [t('columns.changedAt'), ({ changedAt }) => instantOf(changedAt)],
      ]}
      lines={async () => (await every(draftsQuery)).flatMap(({ items }) => items)}
    />
  );
}

function SubmissionsExport(): React.JSX.Element {
  const { t } = useTranslation(['submit', 'journey']);
  const every = useEvery();
  return (
    <Export<Schemas['SubmissionLine']>
      list={t('submit:submitted')}
      columns={[
        [t('submit:columns.name'), ({ name }) => name ?? t('submit:unnamed')],
        [t('journey:serial'), ({ serial }) => serial],
        [t('submit:columns.state'), ({ state }) => t(`journey:states.${state}`)],
        [t('submit:columns.expected'), (line) => expectedOf(line, t)],
        [t('submit:category'), ({ category }) => t(`journey:categories.${category}`)],
        [t('submit:mode'), ({ mode }) => t(`journey:modes.${mode}`)],
        [t('journey:number'), ({ registrationNumber }) => registrationNumber],
        [t('journey:due'), ({ dueAt, state }) => (dueAt === null || isOver(state) ? '' : lastDayOf(dueAt))],
      ]}
      lines={async () => (await every(submissionsQuery)).flatMap(({ items }) => items)}
    />
  );
}
