import { isOver } from '@dengke/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { looksInto } from '../review/clearing';
import { PaperPanel } from '../review/paper-panel';
import { Answered } from '../shared/answered';
import { Button } from '../shared/button';
import { PageHead } from '../shared/page-head';
import { StateTag } from '../shared/state-tag';
import { Correcting } from './correcting';
import { Deadlines } from './deadlines';
import { Objections } from './objections';
import { RoutePicture } from './route-picture';
import { submissionQuery } from './submissions';
import { Timeline } from './timeline';
import { Withdrawing } from './withdrawing';
import './submission.css';

/** Where one submission stands: who has it and by when, the route it travels, and all that was done. */
export function SubmissionPage(): React.JSX.Element {
  const { serial } = useParams({ from: '/signed-in/submissions/$serial' });
  const query = useQuery(submissionQuery(serial));
  return (
    <Answered query={query} lines={8}>
      {(page) => <Submission page={page} />}
    </Answered>
  );
}

function Submission({ page }: { page: Schemas['SubmissionPage'] }): React.JSX.Element {
  const { t } = useTranslation(['submit', 'journey']);
  const me = useMe();
  const { progress, name, draftId, category, registrationYear } = page;
  const { serial } = progress;
  const facts = [
    [t('journey:serial'), serial],
    [t('submit:registrationYear'), registrationYear],
    [t('submit:category'), t(`journey:categories.${category}`)],
    [t('submit:mode'), t(`journey:modes.${progress.mode}`)],
    ...(progress.registrationNumber === null ? [] : [[t('journey:number'), progress.registrationNumber]]),
  ] as const;
  return (
    <>
      <PageHead title={name ?? t('submit:unnamed')}>
        <StateTag state={progress.state} />
        {progress.round > 0 && (
          <>
            <a href={`/api/v1/submissions/${serial}/versions/${progress.round}/form`} download className="plain-button quiet">
              {t('submit:print')}
            </a>
            <a href={`/api/v1/submissions/${serial}/versions/${progress.round}/workbook`} download className="plain-button quiet">
              {t('submit:workbook')}
            </a>
          </>
        )}
        {progress.state === 'returned' && may(me, 'draft.write') && (
          <Link to="/drafts/$id" params={{ id: draftId }} search={{ serial }}>
            <Button primary tabIndex={-1}>
              {t('submit:mend')}
            </Button>
          </Link>
        )}
        {progress.stage === 'unit' && progress.deskId === me.position.organisationId && may(me, 'submission.decide') && (
          <Link to="/review/$serial" params={{ serial }}>
            <Button primary tabIndex={-1}>
              {t('submit:release')}
            </Button>
          </Link>
        )}
        {looksInto(progress, me) && (
          <Link to="/review/$serial" params={{ serial }}>
            <Button primary tabIndex={-1}>
              {t('journey:acts.suspect')}
            </Button>
          </Link>
        )}
      </PageHead>
      <div className="submission">
        <section className="card whole" aria-labelledby="title-route">
          <h2 id="title-route">{t('submit:route')}</h2>
          <RoutePicture page={page} />
        </section>
        <section className="card" aria-labelledby="title-facts">
          <h2 id="title-facts">{t('submit:facts')}</h2>
          <dl className="facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        {!isOver(progress.state) && <Deadlines serial={serial} />}
        {progress.state === 'in-review' && page.paperRequired && (
          <div className="card whole">
            <PaperPanel page={page} />
          </div>
        )}
        <Objections page={page} />
        <Withdrawing page={page} />
        <Correcting page={page} />
        <Timeline serial={serial} />
      </div>
    </>
  );
}
