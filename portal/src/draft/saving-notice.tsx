import { useTranslation } from '../messages/use-translation';
import type { Saving } from './autosave';

export function SavingNotice({ saving }: { saving: Saving }): React.JSX.Element {
  const { t } = useTranslation('draft');
  return (
    <p className={`saving ${saving}`} role="status">
      {t(`saving.${saving}`)}
    </p>
  );
}
