import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { instantOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { EnrolStep } from './enrol-step';
import { hasPasskeys } from './passkeys';
import { PasskeySettings } from './passkey-settings';
import { RecoveryCodes } from './recovery-codes';
import { giveAppUp, newRecoveryCodes } from './settings';

interface Props {
  secondFactor: Schemas['SecondFactorDto'];
  onChange: () => Promise<void>;
}

/** What one has beside the password: an authenticator app, passkeys, recovery codes. Each change asks for the second factor anew. */
export function SecondFactorSettings({ secondFactor, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('settings');
  const [codes, setCodes] = useState<string[] | null>(null);
  const { totpSince, passkeys, compulsory, recoveryCodesLeft } = secondFactor;
  const renewing = useAct(newRecoveryCodes, setCodes);
  const done = (): void => {
    setCodes(null);
    void onChange();
  };
  return (
    <section className="card" aria-labelledby="second-factor">
      <h2 id="second-factor">{t('factor.title')}</h2>
      <p className="hint">{t(compulsory ? 'factor.compulsory' : 'factor.voluntary')}</p>
      {codes !== null ? (
        <RecoveryCodes codes={codes} onDone={done} />
      ) : (
        <>
          <App totpSince={totpSince} onChange={onChange} />
          {(passkeys.length > 0 || hasPasskeys()) && <PasskeySettings passkeys={passkeys} onCodes={setCodes} onChange={onChange} />}
          {(totpSince !== null || passkeys.length > 0) && (
            <div className="account-row">
              <span>
                {t('factor.codes')}
                <span className="hint">{t('factor.codesLeft', { count: recoveryCodesLeft })}</span>
              </span>
              <button type="button" className="plain-button quiet" disabled={renewing.isPending} onClick={() => renewing.send()}>
                {t('factor.newCodes')}
              </button>
            </div>
          )}
          {renewing.error !== null && <Trouble error={renewing.error} />}
        </>
      )}
    </section>
  );
}

function App({ totpSince, onChange }: { totpSince: string | null; onChange: () => Promise<void> }): React.JSX.Element {
  const { t } = useTranslation('settings');
  const [isEnrolling, setEnrolling] = useState(false);
  const removing = useAct(giveAppUp, onChange);
  const done = (): void => {
    setEnrolling(false);
    void onChange();
  };
  return (
    <>
      <div className="account-row">
        <span>
          {t('factor.app')}
          <span className="hint">{totpSince === null ? t('factor.noApp') : t('factor.since', { at: instantOf(totpSince) })}</span>
        </span>
        <span className="account-acts">
          <button type="button" className="plain-button quiet" onClick={() => setEnrolling(!isEnrolling)} aria-expanded={isEnrolling}>
            {t(totpSince === null ? 'factor.addApp' : 'factor.anotherApp')}
          </button>
          {totpSince !== null && (
            <button type="button" className="plain-button quiet" disabled={removing.isPending} onClick={() => removing.send()}>
              {t('factor.removeApp')}
            </button>
          )}
        </span>
      </div>
      {removing.error !== null && <Trouble error={removing.error} />}
      {isEnrolling && (
        <div className="enrolling">
          <EnrolStep onDone={done} />
        </div>
      )}
    </>
  );
}
