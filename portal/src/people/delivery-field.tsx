import { useId } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Delivery } from './people';

/** How the login comes to its holder (P8). */
export function DeliveryField({ delivery, choose }: { delivery: Delivery; choose: (delivery: Delivery) => void }): React.JSX.Element {
  const { t } = useTranslation('people');
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{t('delivery.title')}</legend>
      {(['slip', 'mail', 'shown'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={delivery === one} onChange={() => choose(one)} />
          <span>
            {t(`delivery.${one}`)}
            <span className="hint">{t(`delivery.${one}Hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
