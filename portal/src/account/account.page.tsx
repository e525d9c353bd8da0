import { useLoaderData, useRouter } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { PageHead } from '../shared/page-head';
import { Calendar } from './calendar';
import { Channels } from './channels';
import { PasswordSettings } from './password-settings';
import { Positions } from './positions';
import { SecondFactorSettings } from './second-factor-settings';
import { Sessions } from './sessions';
import './account.css';

/** One's own account: positions, password, second factor, sessions, how one is told, one's deadlines as a calendar. */
export function AccountPage(): React.JSX.Element {
  const { t } = useTranslation('settings');
  const { sessions, secondFactor, channels, calendar } = useLoaderData({ from: '/signed-in/account' });
  const router = useRouter();
  const renew = () => router.invalidate();
  return (
    <>
      <PageHead title={t('title')} />
      <div className="account">
        <Positions />
        <SecondFactorSettings secondFactor={secondFactor} onChange={renew} />
        <Sessions sessions={sessions} onChange={renew} />
        <PasswordSettings />
        <Channels channels={channels} onChange={renew} />
        <Calendar address={calendar} onChange={renew} />
      </div>
    </>
  );
}
