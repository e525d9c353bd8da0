import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { useAct } from '../api/use-act';
import { Trouble } from '../shared/trouble';
import { useState } from 'react';
import type { Schemas } from '../api/client';
import type { Holder } from './people';

export interface Whose {
  /** Somebody who is in the system already; null for somebody new. */
  knownId: string | null;
  name: string;
  mobile: string;
  mail: string;
  login: string;
}

interface Props {
  whose: Whose;
  known: Holder | null;
  change: (whose: Whose) => void;
}

const withMobile = (mobile: string) => answerOf(api.POST('/people/search', { body: { mobile } }));

/** Somebody new, or somebody whom the mobile shows to be known already, so that nobody is added twice. */
export function WhoseLogin({ whose, known, change }: Props): React.JSX.Element {
  const { t } = useTranslation(['people', 'forms']);
  const set = (part: Partial<Whose>): void => change({ ...whose, ...part });
  const login = (
    <label>
      {t('people:login')}
      <input
        required
        pattern="[a-z][a-z0-9\-]{3,39}"
        autoComplete="off"
        autoCapitalize="none"
        value={whose.login}
        onChange={({ target }) => set({ login: target.value })}
      />
      <span className="hint">{t('people:loginHint')}</span>
    </label>
  );
  if (whose.knownId !== null) {
    return (
      <>
        <div className="chosen-one">
          <span className="hint">{t('people:person')}</span>
          <strong>{known?.name ?? '…'}</strong>
          {known !== null && known.login !== null && <span>{t('people:hasLogin', { login: known.login.login })}</span>}
          <button type="button" className="link-like" onClick={() => set({ knownId: null })}>
            {t('people:somebodyNew')}
          </button>
        </div>
        {known !== null && known.login === null && login}
      </>
    );
  }
  return (
    <>
      <label>
        {t('people:name')}
        <input required maxLength={60} autoComplete="off" value={whose.name} onChange={({ target }) => set({ name: target.value })} />
      </label>
      <Mobile whose={whose} set={set} />
      <label>
        {t('people:mail')}
        <input type="email" maxLength={200} autoComplete="off" value={whose.mail} onChange={({ target }) => set({ mail: target.value })} />
      </label>
      {login}
    </>
  );
}

function Mobile({ whose, set }: { whose: Whose; set: (part: Partial<Whose>) => void }): React.JSX.Element {
  const { t } = useTranslation(['people', 'forms']);
  const [found, setFound] = useState<Schemas['KnownPersonDto'][] | null>(null);
  const searching = useAct(withMobile, setFound);
  const isWhole = /^1\d{10}$/.test(whose.mobile);
  return (
    <>
      <label>
        {t('people:mobile')}
        <input
          type="tel"
          pattern="1\d{10}"
          maxLength={11}
          autoComplete="off"
          value={whose.mobile}
          onChange={({ target }) => (setFound(null), set({ mobile: target.value }))}
        />
      </label>
      <div>
        <button
          type="button"
          className="plain-button quiet"
          disabled={!isWhole || searching.isPending}
          onClick={() => searching.send(whose.mobile)}
        >
          {t('people:isKnown')}
        </button>
      </div>
      {searching.error !== null && <Trouble error={searching.error} />}
      {found !== null && (
        <div role="status">
          {found.length === 0 && <p>{t('people:notKnown')}</p>}
          <ul className="line-list">
            {found.map(({ personId, name, mobile }) => (
              <li key={personId}>
                <span>
                  {name}
                  <span className="hint">{mobile}</span>
                </span>
                <button type="button" className="plain-button quiet" onClick={() => set({ knownId: personId })}>
                  {t('people:thisOne')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
