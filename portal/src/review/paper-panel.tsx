import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { dayOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { deskActs } from './desk';
import { useDeskAct } from './use-desk-act';

/** The paper runs beside, desk by desk: where it is, and what this desk does with it next. */
export function PaperPanel({ page }: { page: Schemas['SubmissionPage'] }): React.JSX.Element | null {
  const { t } = useTranslation(['review', 'journey']);
  const me = useMe();
  const { position } = me;
  const { serial } = page.progress;
  const handing = useDeskAct(deskActs.handInPaper, serial);
  const receiving = useDeskAct(deskActs.receivePaper, serial);
  const legs = page.legs.filter(({ kind }) => kind !== 'unit' && kind !== 'ministry');
  const next = legs.find(({ paper }) => !paper?.receivedAt);
  const before = next && page.legs.find((leg) => leg.position === next.position - 1);
  const isHandedIn = Boolean(next?.paper?.handedInAt);
  if (!page.paperRequired) {
    return null;
  }
  return (
    <section aria-labelledby="title-paper">
      <h2 id="title-paper">{t('review:paper')}</h2>
      <ul className="hint">
        {legs.map(({ kind, paper }) => (
          <li key={kind}>
            {t(`journey:stages.${kind}`)}：
            {paper?.receivedAt
              ? t('review:paperReceived', { day: dayOf(paper.receivedAt) })
              : paper?.handedInAt
                ? t('review:paperHandedIn', { day: dayOf(paper.handedInAt) })
                : t('review:paperNotYet')}
          </li>
        ))}
      </ul>
      {(handing.error ?? receiving.error) !== null && <Trouble error={handing.error ?? receiving.error} />}
      {isHandedIn && next?.organisationId === position.organisationId && may(me, 'submission.decide') && (
        <Button disabled={receiving.isPending} onClick={() => receiving.send({})}>
          {t('journey:acts.receivePaper')}
        </Button>
      )}
      {!isHandedIn && before?.organisationId === position.organisationId && page.progress.stage !== 'unit' && (
        <>
          <p className="hint">{t(`review:paperHint.${before.kind === 'unit' ? 'unit' : 'desk'}`)}</p>
          <Button disabled={handing.isPending} onClick={() => handing.send({})}>
            {t('journey:acts.handInPaper')}
          </Button>
        </>
      )}
    </section>
  );
}
