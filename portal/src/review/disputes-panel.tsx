import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { instantOf } from '../shared/dates';
import { ReasonForm } from '../shared/reason-form';
import { Trouble } from '../shared/trouble';
import { deskActs, entriesQuery } from './desk';
import { useDeskAct } from './use-desk-act';

type Progress = Schemas['ProgressDto'];
type Standing = 'disputed' | 'explained';
type Disputed = Schemas['EntryPage'] & { standing: Standing };
type Stage = Progress['stage'];

/** What is disputed and not settled for good. */
const openOf = (entries: readonly Schemas['EntryPage'][] = []): Disputed[] =>
  entries.filter((entry): entry is Disputed => entry.standing === 'disputed' || entry.standing === 'explained');

/** Whether this desk is to answer it: the unit explains it, the department decides what was not confirmed. */
const answers = (stage: Stage, standing: Standing): boolean => stage === 'department' || (stage === 'unit' && standing === 'disputed');

/** How many keep a desk from letting it go on. */
export function useUnsettled(serial: string, stage: Stage): number {
  return openOf(useQuery(entriesQuery(serial)).data).filter(({ standing }) => answers(stage, standing)).length;
}

/** Of whom the form names, who disputes his entry: the unit explains before it releases, the department decides what was not confirmed (decision 0017). */
export function DisputesPanel({ progress }: { progress: Progress }): React.JSX.Element {
  const { t } = useTranslation('review');
  const { data, error, refetch } = useQuery(entriesQuery(progress.serial));
  const open = openOf(data);
  const { stage } = progress;
  return (
    <>
      {error !== null && <Trouble error={error} retry={() => void refetch()} />}
      {open.length > 0 && (
        <section aria-labelledby="title-disputes">
          <h2 id="title-disputes">{t('disputes.title')}</h2>
          <p className="hint">{t(`disputes.hints.${stage === 'unit' || stage === 'department' ? stage : 'between'}`)}</p>
          {open.map((entry) => (
            <Dispute key={entry.party} entry={entry} progress={progress} />
          ))}
        </section>
      )}
    </>
  );
}

function Dispute({
  entry: { party, as, rank, standing, entry, words },
  progress,
}: {
  entry: Disputed;
  progress: Progress;
}): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const { serial, stage, round } = progress;
  const settling = useDeskAct(deskActs.settleDispute, serial);
  const name = typeof entry?.['name'] === 'string' ? entry['name'] : null;
  const who =
    name === null
      ? t('review:disputes.namedNoMore')
      : t(`review:disputes.of.${as === 'unit' ? 'unit' : 'completer'}`, { name, rank: rank ?? '' });
  return (
    <div role="group" aria-label={who}>
      <p>
        {who} <span className="tag mend">{t(`review:disputes.standings.${standing}`)}</span>
      </p>
      <dl className="said">
        {words.map(({ act, at, reason }) => (
          <div key={`${act} ${at}`}>
            <dt>
              {t(`review:disputes.words.${act}`)} <time dateTime={at}>{instantOf(at)}</time>
            </dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
      {answers(stage, standing) && (
        <ReasonForm
          label={t(stage === 'unit' ? 'review:disputes.explanation' : 'review:disputes.decision')}
          act={t('journey:acts.settleDispute')}
          acting={{ ...settling, send: (reason) => settling.send({ seen: { stage, round }, entry: party, reason }) }}
        />
      )}
    </div>
  );
}
