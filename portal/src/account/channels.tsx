import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { Trouble } from '../shared/trouble';
import { chooseChannels } from './settings';

interface Props {
  channels: Schemas['ChannelsDto'];
  onChange: () => Promise<void>;
}

/** How one is told beside the inbox, topic by topic. Mails on which a right or a duty hangs cannot be left. */
export function Channels({ channels, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation(['settings', 'shell']);
  const [topics, setTopics] = useState(channels.topics);
  const [isSaved, setSaved] = useState(false);
  const choosing = useAct(
    () => chooseChannels({ topics: topics.map(({ topic, mail, sms }) => ({ topic, mail, sms })), quiet: channels.quiet }),
    () => (setSaved(true), onChange()),
  );
  const set = (topic: string, part: { mail?: boolean; sms?: boolean }): void => {
    setSaved(false);
    setTopics(topics.map((one) => (one.topic === topic ? { ...one, ...part } : one)));
  };
  return (
    <section className="card" aria-labelledby="channels">
      <h2 id="channels">{t('settings:channels.title')}</h2>
      <p className="hint">{t('settings:channels.how')}</p>
      {channels.mailRefused && <p className="trouble">{t('settings:channels.refused')}</p>}
      <form className="plain-form" onSubmit={(event) => (event.preventDefault(), choosing.send())}>
        <ul className="account-list">
          {topics.map(({ topic, mail, sms, mailMayBeLeft }) => (
            <li key={topic}>
              <fieldset>
                <legend>{t(`settings:channels.topics.${topic}`)}</legend>
                <label>
                  <input
                    type="checkbox"
                    checked={mail || !mailMayBeLeft}
                    disabled={!mailMayBeLeft}
                    onChange={({ target }) => set(topic, { mail: target.checked })}
                  />
                  {t(mailMayBeLeft ? 'settings:channels.mail' : 'settings:channels.mailAlways')}
                </label>
                <label>
                  <input type="checkbox" checked={sms} onChange={({ target }) => set(topic, { sms: target.checked })} />
                  {t('settings:channels.sms')}
                </label>
              </fieldset>
            </li>
          ))}
        </ul>
        {choosing.error !== null && <Trouble error={choosing.error} />}
        <div className="account-acts">
          <button type="submit" className="plain-button" disabled={choosing.isPending}>
            {t('shell:save')}
          </button>
          <span role="status">{isSaved && t('settings:saved')}</span>
        </div>
      </form>
    </section>
  );
}
