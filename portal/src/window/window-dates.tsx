import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { hasCode } from '../api/problem';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { shanghaiDay } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { Affected } from './affected';
import type { Previewed } from './affected';
import { EarlierCutOffs, cutOffsOf } from './earlier-cut-offs';
import type { EarlierRow } from './earlier-cut-offs';
import { allOfWindows, stateOf } from './reading';
import type { WindowView } from './reading';

const doings = ['reschedule', 'closeNow', 'extend'] as const;
type Doing = (typeof doings)[number];

/** What may be done in which state: dates are moved until the cut-off, a day on which the system was down is made up for also after it. */
const open: Record<Doing, readonly WindowView['state'][]> = {
  reschedule: ['announced', 'open'],
  closeNow: ['open'],
  extend: ['announced', 'open', 'cut-off', 'paper-days'],
};
const asked: Record<Doing, readonly Dated[]> = {
  reschedule: ['opensOn', 'cutOffOn', 'paperFrom', 'paperTo'],
  closeNow: [],
  extend: ['downOn', 'cutOffOn', 'paperFrom', 'paperTo'],
};
type Dated = 'opensOn' | 'downOn' | 'cutOffOn' | 'paperFrom' | 'paperTo';

/** Other dates, the end at once, or a lost day: first who is affected, then the act, with its reason. */
export function WindowDates({ window: one }: { window: WindowView }): React.JSX.Element {
  const { t } = useTranslation('window');
  const [doing, setDoing] = useState<Doing | null>(null);
  const possible = doings.filter((each) => open[each].includes(stateOf(one)));
  return (
    <div className="ask">
      {possible.length === 0 && <p className="hint">{t('nothingToMove')}</p>}
      <div className="acts">
        {possible.map((each) => (
          <Button
            key={each}
            aria-expanded={doing === each}
            danger={each === 'closeNow'}
            onClick={() => setDoing(doing === each ? null : each)}
          >
            {t(`doings.${each}`)}
          </Button>
        ))}
      </div>
      {doing !== null && <Moving key={doing} window={one} doing={doing} onDone={() => setDoing(null)} />}
    </div>
  );
}

function Moving({ window: one, doing, onDone }: { window: WindowView; doing: Doing; onDone: () => void }): React.JSX.Element {
  const { t } = useTranslation('window');
  const queries = useQueryClient();
  const [days, setDays] = useState<Record<Dated, string>>({
    ...{ opensOn: shanghaiDay(one.opensAt), downOn: one.cutOffOn, cutOffOn: one.cutOffOn, paperFrom: one.paperFrom, paperTo: one.paperTo },
  });
  const [reason, setReason] = useState('');
  const [earlier, setEarlier] = useState<readonly EarlierRow[]>(() =>
    one.earlierCutOffs.map(({ organisationId = '', areaCode, cutOffOn }) => ({ organisationId, cutOffOn, ...(areaCode && { areaCode }) })),
  );
  const [seen, setSeen] = useState<{ version: number; previewed: Previewed } | null>(null);
  const previewed = seen?.version === one.version ? seen.previewed : null;
  const said = { seenVersion: one.version, reason: reason.trim() };
  const change = { doing, id: one.id, said, days, earlier };
  const preview = useAct(
    () => previewOf(change).catch(lookedAtAnew),
    (answer) => setSeen({ version: one.version, previewed: answer }),
  );
  const acting = useAct(
    (_: void, key) => done(change, key).catch(lookedAtAnew),
    async () => {
      await queries.invalidateQueries(allOfWindows);
      onDone();
    },
  );
  const touch = (): void => setSeen(null);
  /** Time or somebody else moved the window meanwhile: it is shown as it is now, and what was typed stays. */
  async function lookedAtAnew(error: unknown): Promise<never> {
    if (hasCode(error, 'VERSION_CONFLICT')) {
      await queries.invalidateQueries(allOfWindows);
    }
    throw error;
  }
  return (
    <form className="plain-form office-form ask" onSubmit={(event) => (event.preventDefault(), preview.send())} onChange={touch}>
      <p className="hint whole">{t(`doingHints.${doing}`)}</p>
      {asked[doing].map((day) => (
        <label key={day}>
          {t(`dates.${day}`)}
          <input type="date" required value={days[day]} onChange={({ target }) => setDays({ ...days, [day]: target.value })} />
        </label>
      ))}
      {doing === 'reschedule' && <EarlierCutOffs rows={earlier} latest={days.cutOffOn} change={(rows) => (setEarlier(rows), touch())} />}
      <label className="whole">
        {t('reason')}
        <textarea rows={2} required maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      {preview.error !== null && <Trouble error={preview.error} />}
      {previewed !== null && <Affected windowId={one.id} previewed={previewed} atOnce={doing === 'closeNow'} />}
      {acting.error !== null && <Trouble error={acting.error} />}
      <div className="acts">
        <Button type="submit" disabled={preview.isPending}>
          {t('preview')}
        </Button>
        {previewed !== null && (
          <Button primary danger={doing === 'closeNow'} disabled={acting.isPending} onClick={() => acting.send()}>
            {t('confirm', { act: t(`doings.${doing}`) })}
          </Button>
        )}
      </div>
    </form>
  );
}

interface Change {
  doing: Doing;
  id: string;
  said: { seenVersion: number; reason: string };
  days: Record<Dated, string>;
  earlier: readonly EarlierRow[];
}

const bodies = ({ said, days: { opensOn, downOn, cutOffOn, paperFrom, paperTo }, earlier }: Change) => ({
  reschedule: { ...said, opensOn, cutOffOn, paperFrom, paperTo, earlierCutOffs: cutOffsOf(earlier) },
  extend: { ...said, downOn, cutOffOn, paperFrom, paperTo },
  closeNow: said,
});

function previewOf(change: Change): Promise<Previewed> {
  const params = { path: { id: change.id } };
  const body = bodies(change);
  return {
    reschedule: () => answerOf(api.POST('/windows/{id}/reschedule/preview', { params, body: body.reschedule })),
    closeNow: () => answerOf(api.POST('/windows/{id}/close-now/preview', { params, body: body.closeNow })),
    extend: () => answerOf(api.POST('/windows/{id}/extend/preview', { params, body: body.extend })),
  }[change.doing]();
}

function done(change: Change, key: string): Promise<WindowView> {
  const sent = { ...keyed(key), params: { path: { id: change.id } } };
  const body = bodies(change);
  return {
    reschedule: () => answerOf(api.POST('/windows/{id}/reschedule', { ...sent, body: body.reschedule })),
    closeNow: () => answerOf(api.POST('/windows/{id}/close-now', { ...sent, body: body.closeNow })),
    extend: () => answerOf(api.POST('/windows/{id}/extend', { ...sent, body: body.extend })),
  }[change.doing]();
}
