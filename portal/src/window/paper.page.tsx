import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { hasCode } from '../api/problem';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { Outcomes } from '../shared/outcomes';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { CameraScan } from './camera-scan';
import type { Scanned } from './scans';
import { leftOf, useScans } from './scans';
import './window.css';

/** So many are received at once, and so many more are shown. */
const most = 50;

/** The counter: the code of each paper form is read by a scanner, a camera or typed, compared with what was submitted, and all are received at once. */
export function PaperPage(): React.JSX.Element {
  const { t } = useTranslation('window');
  const [text, setText] = useState('');
  const [all, setAll] = useScans();
  const [shown, setShown] = useState(most);
  const [outcomes, setOutcomes] = useState<Schemas['EachOutcome'][] | null>(null);
  const checking = useAct(
    (scanned: string) => answerOf(api.GET('/submissions/paper', { params: { query: { scanned } } })),
    (check, scanned) => {
      setText('');
      setOutcomes(null);
      setAll((now) => [{ scanned, check }, ...now.filter((one) => one.check.serial !== check.serial)]);
    },
  );
  const { organisationKind } = useMe().position;
  const onwards = organisationKind === 'department' ? [] : (outcomes ?? []).filter(({ outcome }) => outcome !== 'refused');
  const fit = all.filter(({ check }) => check.verdict === 'same');
  const untried = fit.filter(({ refused }) => refused === undefined);
  // What was refused waits until nothing else does.
  const isAgain = untried.length === 0;
  // Those that were scanned first.
  const next = (isAgain ? fit : untried).slice(-most);
  const receiving = useAct(
    (submissions: Schemas['ReceiveOneDto'][], key) =>
      answerOf(api.POST('/submissions/receive-paper', { ...keyed(key), body: { submissions } })),
    ({ items }) => {
      setOutcomes(items);
      setAll((now) => leftOf(now, items));
    },
  );
  return (
    <>
      <PageHead title={t('counter.title')} />
      <div className="cards">
        <form className="card plain-form" onSubmit={(event) => (event.preventDefault(), checking.send(text.trim()))}>
          <label>
            {t('counter.code')}
            <input autoFocus autoComplete="off" required maxLength={200} value={text} onChange={({ target }) => setText(target.value)} />
            <span className="hint">{t('counter.hint')}</span>
          </label>
          {checking.error !== null &&
            (hasCode(checking.error, 'INVALID_INPUT') ? (
              <p className="trouble" role="alert">
                {t('counter.noCode')}
              </p>
            ) : (
              <Trouble error={checking.error} />
            ))}
          <div className="acts">
            <Button type="submit" disabled={checking.isPending || text.trim() === ''}>
              {t('counter.check')}
            </Button>
            <CameraScan onRead={(scanned) => checking.send(scanned)} />
          </div>
        </form>
        <section className="card" aria-labelledby="scanned">
          <h2 id="scanned">{t('counter.scanned', { count: all.length })}</h2>
          {all.length === 0 && outcomes === null && <p>{t('counter.none')}</p>}
          <ul className="scan-checks" aria-live="polite">
            {all.slice(0, shown).map((line) => (
              <CheckLine key={line.check.serial} line={line} forget={() => setAll(all.filter((one) => one !== line))} />
            ))}
          </ul>
          {all.length > shown && (
            <p>
              <Button onClick={() => setShown(shown + most)}>{t('counter.more', { count: all.length - shown })}</Button>
            </p>
          )}
          {outcomes !== null && <Outcomes outcomes={outcomes} />}
          {onwards.length > 0 && (
            <p>
              {t('counter.onwards')}
              {onwards.map(({ serial }) => (
                <Link key={serial} to="/submissions/$serial" params={{ serial }}>
                  {serial}{' '}
                </Link>
              ))}
            </p>
          )}
          {receiving.error !== null && <Trouble error={receiving.error} />}
          {next.length > 0 && (
            <p>
              <Button
                primary
                disabled={receiving.isPending}
                onClick={() => receiving.send(next.map(({ scanned, check: { serial } }) => ({ serial, scanned })))}
              >
                {t(isAgain ? 'counter.again' : 'counter.receive', { count: next.length })}
              </Button>{' '}
              {fit.length > next.length && <span className="hint">{t('counter.inTurn', { count: fit.length, most })}</span>}
            </p>
          )}
        </section>
      </div>
    </>
  );
}

function CheckLine({ line: { check, refused }, forget }: { line: Scanned; forget: () => void }): React.JSX.Element {
  const { t } = useTranslation(['window', 'problems']);
  const { serial, verdict, version, newest, name, firstUnit, firstCompleter, fields, files } = check;
  return (
    <li className={verdict === 'same' && refused === undefined ? '' : 'differs'}>
      <p>
        <strong>{name}</strong> <span className="hint">{serial}</span>
      </p>
      <p>
        {firstUnit} · {firstCompleter}
      </p>
      <p>{t(`window:counter.verdicts.${verdict}`, { version, newest })}</p>
      {refused !== undefined && <p>{t('window:counter.refused', { reason: t(`problems:${refused.code ?? 'UNEXPECTED'}`) })}</p>}
      {fields.length + files.length > 0 && (
        <p className="hint">{t('window:counter.differs', { fields: fields.map(({ label }) => label).join('、'), files: files.length })}</p>
      )}
      <Button small onClick={forget}>
        {t('window:counter.forget')}
        <span className="only-heard">：{name}</span>
      </Button>
    </li>
  );
}
