import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { instantOf } from '../shared/dates';
import type { Issued } from './people';

/** What the issuer is given, this once: the slip to hand over, the first password, or the word that a mail is on its way. */
export function IssuedLogin({ issued, onDone }: { issued: Issued; onDone: (() => void) | null }): React.JSX.Element {
  const { t } = useTranslation('people');
  return (
    <section className="card issued" role="status" aria-labelledby="issued">
      <h2 id="issued">{t('issued.title')}</h2>
      {'slip' in issued ? <p>{t('issued.slipOnce')}</p> : <Login {...issued} />}
      <div className="acts">
        {'slip' in issued && <Slip slip={issued.slip} />}
        {onDone !== null && (
          <button type="button" className="plain-button quiet no-print" onClick={onDone}>
            {t('issued.done')}
          </button>
        )}
      </div>
    </section>
  );
}

/** As long as the page shows it, and no longer: nothing keeps it. */
function Slip({ slip }: { slip: Blob }): React.JSX.Element {
  const { t } = useTranslation('people');
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(slip);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [slip]);
  return (
    <a className="plain-button" href={address} download={`${t('issued.slipName')}.pdf`}>
      {t('issued.slip')}
    </a>
  );
}

function Login({ login, until, firstPassword }: Exclude<Issued, { slip: Blob }>): React.JSX.Element {
  const { t } = useTranslation('people');
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t('login')}</dt>
          <dd>
            <code>{login}</code>
          </dd>
        </div>
        {firstPassword !== undefined && (
          <div>
            <dt>{t('issued.firstPassword')}</dt>
            <dd>
              <code>{firstPassword}</code>
            </dd>
          </div>
        )}
        {until !== null && (
          <div>
            <dt>{t('issued.until')}</dt>
            <dd>{instantOf(until)}</dd>
          </div>
        )}
      </dl>
      <p>{t(firstPassword !== undefined ? 'issued.once' : until === null ? 'issued.hasLogin' : 'issued.mailed')}</p>
    </>
  );
}
