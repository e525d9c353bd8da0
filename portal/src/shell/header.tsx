import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Me } from '../account/session';
import { chooseLanguage, currentLanguage } from '../messages/messages';
import { Bell } from './bell';
import { PersonMenu } from './person-menu';
import seal from './seal.svg';

export function Header({ me }: { me: Me | null }): React.JSX.Element {
  const { t } = useTranslation('shell');
  return (
    <header className="header">
      <Link to="/" className="brand">
        <img src={seal} alt="" width={32} height={32} />
        <span>
          <strong>{t('name')}</strong>
          <span className="brand-title">{t('title')}</span>
        </span>
      </Link>
      <div className="header-end">
        <button
          type="button"
          className="header-button"
          lang={currentLanguage() === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => void chooseLanguage(currentLanguage() === 'zh' ? 'en' : 'zh')}
        >
          {t('language')}
        </button>
        {me === null ? (
          <Link to="/sign-in" search={{ to: '/achievements' }} className="header-button">
            {t('signIn')}
          </Link>
        ) : (
          <>
            <Bell personId={me.person.id} />
            <PersonMenu me={me} />
          </>
        )}
      </div>
    </header>
  );
}
