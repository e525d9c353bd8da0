import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { dayOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { deskActs } from './desk';
import { useDeskAct } from './use-desk-act';

type Page = Schemas['SubmissionPage'];

/** The paper runs beside, desk by desk: where that of the version that stands is, what came of those before, and what this desk does with it next. */
export function PaperPanel({ page }: { page: Page }): React.JSX.Element | null {
  const { t } = useTranslation(['review', 'journey']);
  if (!page.paperRequired) {
    return null;
  }
  return (
    <section aria-labelledby="title-paper">
      <h2 id="title-paper">{t('review:paper')}</h2>
      <ul className="hint">
        {page.legs
          .filter(({ kind }) => kind !== 'unit' && kind !== 'ministry')
          .map((leg) => (
            <PaperAt key={leg.kind} page={page} leg={leg} />
          ))}
      </ul>
      {page.paperWay !== null && <PaperActs page={page} way={page.paperWay} />}
    </section>
  );
}

function PaperAt({ page: { progress, paperWay }, leg }: { page: Page; leg: Schemas['LegProgress'] }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const { kind, position, paper, earlierPaper } = leg;
  const of = (version: number, standing: string): string => (progress.round === 1 ? standing : t('review:paperOf', { version, standing }));
  const earlier = earlierPaper.flatMap(({ version, receivedAt }) =>
    receivedAt === null ? [] : of(version, t('review:paperReceived', { day: dayOf(receivedAt) })),
  );
  const isPassedOver = paperWay === null || position < paperWay.to;
  const standing = paper?.receivedAt
    ? t('review:paperReceived', { day: dayOf(paper.receivedAt) })
    : isPassedOver
      ? t('review:paperPast')
      : paper?.handedInAt
        ? t('review:paperHandedIn', { day: dayOf(paper.handedInAt) })
        : t('review:paperNotYet');
  return (
    <li>
      {t(`journey:stages.${kind}`)}：{[...earlier, of(progress.round, standing)].join('；')}
    </li>
  );
}

function PaperActs({ page: { progress, legs }, way }: { page: Page; way: Schemas['PaperWayDto'] }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const me = useMe();
  const { serial, round, stage } = progress;
  const handing = useDeskAct(deskActs.handInPaper, serial);
  const receiving = useDeskAct(deskActs.receivePaper, serial);
  const isOwn = (position: number): boolean => legs[position]?.organisationId === me.position.organisationId;
  const placeOf = (position: number): string => t(`journey:stages.${legs[position]?.kind ?? 'department'}`);
  const hands = isOwn(way.from) && stage !== 'unit';
  const hint = way.from > 0 ? 'desk' : round > 1 ? 'mended' : 'unit';
  return (
    <>
      {(handing.error ?? receiving.error) !== null && <Trouble error={handing.error ?? receiving.error} />}
      {way.handedIn && isOwn(way.to) && may(me, 'submission.decide') && (
        <Button disabled={receiving.isPending} onClick={() => receiving.send({})}>
          {t('journey:acts.receivePaper')}
        </Button>
      )}
      {hands && !way.handedIn && (
        <>
          <p className="hint">{t(`review:paperHint.${hint}`, { version: round, to: placeOf(way.to) })}</p>
          <Button disabled={handing.isPending} onClick={() => handing.send({})}>
            {t('journey:acts.handInPaper')}
          </Button>
        </>
      )}
      {hands && way.direct !== null && (
        <Button disabled={handing.isPending} onClick={() => handing.send({ direct: true })}>
          {t('review:paperDirect', { to: placeOf(way.direct) })}
        </Button>
      )}
    </>
  );
}
