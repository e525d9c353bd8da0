import type { JudgingStage } from '@dengke/contract';
import type { FormSchema } from '@dengke/contract/forms';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Me } from '../account/session';
import type { Schemas } from '../api/client';
import { Answered } from '../shared/answered';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { Aftermath } from './aftermath';
import { CheckPanel } from './check-panel';
import { Clearing, looksInto } from './clearing';
import { DecidePanel } from './decide-panel';
import { checkListQuery, deskActs } from './desk';
import { DisputesPanel } from './disputes-panel';
import { LeftNotes } from './left-notes';
import { MinistryPanel, ReportAgain } from './ministry-panel';
import type { Noting } from './notes';
import { PaperPanel } from './paper-panel';
import { usePlaces } from './places';
import { SuspectForm } from './suspect-form';
import { useColleague } from './use-colleague';
import { useDeskAct } from './use-desk-act';

interface Props {
  page: Schemas['SubmissionPage'];
  schema: FormSchema;
  noting: Noting;
  isHere: boolean;
  /** Stage and round that are judged here and now, or null. */
  judged: string | null;
}

/** What the desk does: takes it in hand, answers the check list, decides; afterwards, what came of it. */
export function DeskSide(props: Props): React.JSX.Element {
  const { page, schema, isHere, judged } = props;
  const { progress } = page;
  const me = useMe();
  const isLookedInto = looksInto(progress, me);
  return (
    <aside className="card desk-side">
      <LeftNotes page={page} schema={schema} judged={judged} />
      {isLookedInto && <Clearing progress={progress} />}
      {!isLookedInto && (isHere ? <AtDesk {...props} /> : <Aftermath page={page} />)}
      {hasLetPass(page, me) && <SuspectForm progress={progress} noting={props.noting} />}
      {progress.state === 'in-review' && <PaperPanel page={page} />}
    </aside>
  );
}

/** In publicity it lies at no desk: whoever reviewed it may still stop it (P17). */
const hasLetPass = ({ progress, legs }: Schemas['SubmissionPage'], me: Me): boolean =>
  progress.state === 'in-publicity' &&
  may(me, 'submission.decide') &&
  legs.some(({ kind, organisationId }) => kind !== 'unit' && kind !== 'ministry' && organisationId === me.position.organisationId);

function AtDesk({ page, schema, noting }: Props): React.JSX.Element {
  const { t } = useTranslation('review');
  const { progress, form } = page;
  if (progress.state === 'registered') {
    return (
      <>
        {progress.stage === 'ministry' ? <MinistryPanel progress={progress} noting={noting} /> : <ReportAgain progress={progress} />}
        <SuspectForm progress={progress} noting={noting} />
      </>
    );
  }
  if (progress.state !== 'in-review' || progress.stage === null || progress.stage === 'ministry') {
    return <p role="status">{t('frozen')}</p>;
  }
  if (form === null) {
    return <ByAnother page={page} />;
  }
  return <Judging page={page} schema={schema} noting={noting} stage={progress.stage} />;
}

function Judging({ page, schema, noting, stage }: Omit<Props, 'isHere' | 'judged'> & { stage: JudgingStage }) {
  const list = useQuery(checkListQuery(page.progress.serial));
  const places = usePlaces(page, schema);
  const lacksPaper = page.paperRequired && !page.legs.find(({ kind }) => kind === stage)?.paper?.receivedAt;
  return (
    <Answered query={list} lines={8}>
      {(checks) => (
        <>
          <InHand page={page} />
          <DisputesPanel progress={page.progress} />
          {checks.compulsory && <CheckPanel items={checks.items} noting={noting} places={places} />}
          <DecidePanel progress={page.progress} stage={stage} list={checks} noting={noting} places={places} lacksPaper={lacksPaper} />
          <SuspectForm progress={page.progress} noting={noting} />
        </>
      )}
    </Answered>
  );
}

/** Who has it in hand; taking it in hand, where nobody has; and a withdrawal that was asked for. */
function InHand({ page: { progress, legs, withdrawalAsked } }: Pick<Props, 'page'>): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const { serial, stage, round } = progress;
  const claiming = useDeskAct(deskActs.claim, serial);
  const consenting = useDeskAct(deskActs.consentWithdrawal, serial);
  const error = claiming.error ?? consenting.error;
  const isClaimed = legs.find(({ kind }) => kind === stage)?.claimedBy !== null;
  const seen = { stage, round };
  return (
    <>
      {error !== null && <Trouble error={error} />}
      {withdrawalAsked && (
        <div className="asked">
          <p>{t('review:withdrawalAsked')}</p>
          <Button disabled={consenting.isPending} onClick={() => consenting.send({ seen })}>
            {t('journey:acts.consentWithdrawal')}
          </Button>
        </div>
      )}
      {isClaimed ? (
        <p className="hint">{t('review:inHand')}</p>
      ) : (
        <Button disabled={claiming.isPending} onClick={() => claiming.send({ seen })}>
          {t('review:claim')}
        </Button>
      )}
    </>
  );
}

function ByAnother({ page: { progress, legs } }: Pick<Props, 'page'>): React.JSX.Element {
  const { t } = useTranslation('review');
  const name = useColleague(legs.find(({ kind }) => kind === progress.stage)?.claimedBy);
  return <p role="status">{t('inHandOf', { name })}</p>;
}
