import { useTranslation } from 'react-i18next';
import { PageHead } from '../shared/page-head';

export function DraftPage(): React.JSX.Element {
  const { t } = useTranslation('draft');
  return <PageHead title={t('begin')} />;
}
