import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { formSchemaQuery } from '../draft/form-schema';
import { rowsOf } from '../draft/form-values';
import { Answered } from '../shared/answered';
import { DueDay } from '../shared/due-day';
import { PageHead } from '../shared/page-head';
import { StateTag } from '../shared/state-tag';
import { Trouble } from '../shared/trouble';
import { submissionQuery } from '../submit/submissions';
import { deskActs } from './desk';
import { DeskMain } from './desk-main';
import { DeskSide } from './desk-side';
import { EvidenceViewer } from './evidence-viewer';
import { useNotes } from './notes';
import { useDeskAct } from './use-desk-act';
import '../submit/submission.css';
import './queue.css';
import './desk.css';

/** One submission at the desk: what was submitted, its evidence, and the check list, side by side. */
export function DeskPage(): React.JSX.Element {
  const { serial } = useParams({ from: '/signed-in/review/$serial' });
  const submission = useQuery(submissionQuery(serial));
  const schema = useQuery({ ...formSchemaQuery(submission.data?.formSchema ?? ''), enabled: submission.data !== undefined });
  return (
    <Answered query={submission} lines={10}>
      {(page) => (
        <Answered query={schema} lines={10}>
          {(form) => <Desk key={serial} page={page} schema={form} />}
        </Answered>
      )}
    </Answered>
  );
}

type Schema = React.ComponentProps<typeof DeskMain>['schema'];

function Desk({ page, schema }: { page: Schemas['SubmissionPage']; schema: Schema }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const me = useMe();
  const { progress, name, category, legs } = page;
  const { serial, stage, round, state } = progress;
  const isHere = progress.deskId === me.position.organisationId && may(me, 'submission.decide');
  const leg = legs.find(({ kind }) => kind === stage);
  const isJudged = isHere && state === 'in-review' && page.form !== null;
  const judged = `${stage}-${round}`;
  const noting = useNotes(`${serial}-${judged}`);
  const looking = useLookedAt(page, isJudged && leg?.openedAt === null);
  const unit = rowsOf(page.form ?? {}, 'units')[0]?.['name'];
  return (
    <>
      <p className="back">
        <Link to="/review">{t('review:toQueue')}</Link>
      </p>
      <PageHead title={name ?? t('review:unnamed')}>
        <StateTag state={state} />
      </PageHead>
      <p className="hint">
        {typeof unit === 'string' && `${unit} · `}
        {t('journey:serial')} {serial} · {t(`journey:categories.${category}`)} · {t(`journey:modes.${progress.mode}`)}
        {round > 1 && ` · ${t('journey:round', { round })}`}
      </p>
      {progress.dueAt !== null && <DueDay at={progress.dueAt} provisional={progress.dueProvisional} />}
      {looking.error !== null && <Trouble error={looking.error} retry={looking.again} />}
      <div className="desk">
        <DeskMain page={page} schema={schema} noting={isJudged ? noting : null} mayJudge={isJudged && stage !== 'unit'} />
        <EvidenceViewer serial={serial} pieces={page.evidence} noting={isJudged ? noting : null} />
        <DeskSide
          page={page}
          schema={schema}
          noting={noting}
          isHere={isHere}
          judged={isJudged || (isHere && state === 'registered') ? judged : null}
        />
      </div>
    </>
  );
}

/** Whoever of the desk has it before him has looked at it: recorded once, since the unit can withdraw it alone only until then. */
function useLookedAt({ progress }: Schemas['SubmissionPage'], isFirstLook: boolean): { error: unknown; again: () => void } {
  const { serial, stage, round } = progress;
  const opening = useDeskAct(deskActs.open, serial);
  const look = (): void => opening.send({ seen: { stage, round } });
  useEffect(() => {
    if (isFirstLook) {
      look();
    }
    // One look a round: what `look` is made of is anew with every render.
  }, [isFirstLook, serial, stage, round]);
  return { error: isFirstLook ? opening.error : null, again: look };
}
