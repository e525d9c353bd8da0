import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { Button } from '../shared/button';
import { civilDay } from '../shared/dates';

interface Props {
  days: readonly string[];
  change: (days: readonly string[]) => void;
}

/** Days that are supposed to be off, one added after another. */
export function DaysOffFields({ days, change }: Props): React.JSX.Element {
  const { t } = useTranslation('window');
  const [day, setDay] = useState('');
  const add = (): void => (setDay(''), change([...new Set([...days, day])].sort()));
  return (
    <fieldset>
      <legend>{t('whatIf.daysOff')}</legend>
      {days.length > 0 && (
        <ul className="line-list">
          {days.map((one) => (
            <li key={one}>
              {civilDay(one)}
              <Button small aria-label={`${t('takeAway')}：${one}`} onClick={() => change(days.filter((other) => other !== one))}>
                {t('takeAway')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row-of-fields">
        <label>
          {t('whatIf.dayOff')}
          <input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
        </label>
        <div>
          <Button disabled={day === '' || days.length >= 60} onClick={add}>
            {t('whatIf.addDay')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
