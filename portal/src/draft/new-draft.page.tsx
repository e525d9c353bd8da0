import { useTranslation } from 'react-i18next';
import { PageHead } from '../shared/page-head';

export function NewDraftPage(): React.JSX.Element {
  const { t } = useTranslation('draft');
  return <PageHead title={t('begin')} />;
}
