import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { Closing, waitsForMending } from './closing';
import { certificatesQuery, deskActs } from './desk';
import { nextQuery } from './queue';
import { useColleague } from './use-colleague';
import { useDeskAct } from './use-desk-act';

type Page = Schemas['SubmissionPage'];

/** After this desk has decided: what came of it, taking it back while nobody has opened it, and what waits next. */
export function Aftermath({ page }: { page: Page }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const me = useMe();
  const { serial, registrationNumber } = page.progress;
  const mine = page.legs
    .filter(({ organisationId, decision }) => organisationId === me.position.organisationId && decision !== null)
    .at(-1);
  const another = mine === undefined || mine.claimedBy === me.person.id ? null : mine.claimedBy;
  const name = useColleague(another);
  const next = useQuery({ ...nextQuery(serial), enabled: may(me, 'submission.decide') });
  return (
    <section aria-labelledby="title-aftermath">
      <h2 id="title-aftermath">{t('review:decision')}</h2>
      <p role="status">
        {mine?.decision
          ? t(another === null ? 'review:decided' : 'review:decidedBy', { act: t(`journey:acts.${mine.decision}`), name })
          : t('review:notHere')}
      </p>
      {registrationNumber !== null && <Registered serial={serial} number={registrationNumber} />}
      {isYoung(page, me) && <Recall page={page} />}
      {waitsForMending(page, me) && <Closing page={page} />}
      {next.data !== undefined && next.data !== null && (
        <p>
          <Link to="/review/$serial" params={{ serial: next.data.serial }}>
            {t('review:next', { name: next.data.name ?? next.data.serial })}
          </Link>
        </p>
      )}
    </section>
  );
}

function Registered({ serial, number }: { serial: string; number: string }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const certificates = useQuery(certificatesQuery(serial));
  return (
    <dl className="facts">
      <div>
        <dt>{t('journey:number')}</dt>
        <dd>
          <strong>{number}</strong>
        </dd>
      </div>
      <div>
        <dt>{t('review:certificate')}</dt>
        <dd>
          {certificates.data?.map(({ version, standing }) => (
            <div key={version}>
              <a href={`/api/v1/submissions/${serial}/certificate?version=${version}`}>{t('review:certificateOf', { version })}</a>（
              {t(`review:standings.${standing}`)}）
            </div>
          ))}
        </dd>
      </div>
    </dl>
  );
}

/** One's own decision, or that of one's desk for its super administrator, while the next desk has not looked. */
function isYoung({ progress, legs }: Page, { person, position }: ReturnType<typeof useMe>): boolean {
  const here = legs.find(({ organisationId, kind }) => kind === progress.stage && organisationId === progress.deskId);
  const before = here && legs.find((leg) => leg.position === here.position - 1);
  return (
    progress.state === 'in-review' &&
    here?.openedAt === null &&
    before?.organisationId === position.organisationId &&
    (before.claimedBy === person.id || position.role === 'superAdmin')
  );
}

function Recall({ page: { progress } }: { page: Page }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const { serial, stage, round } = progress;
  const recalling = useDeskAct(deskActs.recall, serial);
  return (
    <div className="recall">
      <p>{t('review:recallHint')}</p>
      {recalling.error !== null && <Trouble error={recalling.error} />}
      <Button disabled={recalling.isPending} onClick={() => recalling.send({ seen: { stage, round } })}>
        {t('journey:acts.recall')}
      </Button>
    </div>
  );
}
