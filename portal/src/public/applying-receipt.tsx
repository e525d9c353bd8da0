import { useTranslation } from '../messages/use-translation';
import type { Applied } from './applying';
import { Receipt } from './receipt';

/** What the applicant asks with where the application stands. */
export function ApplyingReceipt({ applied: { id, secret, isDoubtful } }: { applied: Applied }): React.JSX.Element {
  const { t } = useTranslation('applying');
  return (
    <div className="card">
      <Receipt
        said={{ words: t('received'), isWell: true }}
        numbers={[
          { name: t('standing.id'), value: id },
          { name: t('standing.secret'), value: secret },
        ]}
        keep={t('keep')}
        standing={{ to: '/apply/standing', words: t('standing.title') }}
      >
        {isDoubtful && <p>{t('login.doubtful')}</p>}
      </Receipt>
    </div>
  );
}
