import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { useAct } from '../api/use-act';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { RecoveryCodes } from './recovery-codes';

/** Binds an authenticator app, and shows the recovery codes that come with the first one. */
export function EnrolStep({ onDone }: { onDone: () => void }): React.JSX.Element {
  const [codes, setCodes] = useState<string[] | null>(null);
  return codes === null ? (
    <BindApp onBound={(issued) => (issued === null ? onDone() : setCodes(issued))} />
  ) : (
    <RecoveryCodes codes={codes} onDone={onDone} />
  );
}

function BindApp({ onBound }: { onBound: (recoveryCodes: string[] | null) => void }): React.JSX.Element {
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const [app, setApp] = useState<NewApp | null>(null);
  const beginning = useAct(newApp, setApp);
  const confirming = useAct(
    () => answerOf(api.POST('/second-factor/totp/confirm', { body: { code: code.replaceAll(' ', '') } })),
    ({ recoveryCodes }) => onBound(recoveryCodes),
  );
  const begin = beginning.send;
  // Once: a second secret would void the first.
  useEffect(() => begin(), []);
  if (beginning.error !== null) {
    return <Trouble error={beginning.error} retry={() => begin()} />;
  }
  if (app === null) {
    return <Waiting />;
  }
  return (
    <form
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        confirming.send();
      }}
    >
      <p>{t('enrolHow')}</p>
      <img className="totp-code" src={app.picture} alt={t('qr')} width={200} height={200} />
      <p className="hint">
        {t('secretByHand')}
        <code>{app.secret}</code>
      </p>
      <label>
        {t('code')}
        <input
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          required
        />
      </label>
      {confirming.error !== null && <Trouble error={confirming.error} />}
      <button type="submit" className="plain-button" disabled={confirming.isPending}>
        {t('bind')}
      </button>
    </form>
  );
}

interface NewApp {
  secret: string;
  picture: string;
}

/** The secret of the app and its picture; drawn here, since nobody else is to see it. */
async function newApp(): Promise<NewApp> {
  const { secret, uri } = await answerOf(api.POST('/second-factor/totp'));
  const { toDataURL } = await import('qrcode');
  return { secret, picture: await toDataURL(uri, { margin: 1, width: 400 }) };
}
