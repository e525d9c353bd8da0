import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { settlesMillis } from '../shared/use-settled';

/** Words to search by; whoever leaves the box is not made to wait, so that nothing overtakes what he does next. */
export function SearchBox({ words, change }: { words: string; change: (words: string) => void }): React.JSX.Element {
  const { t } = useTranslation('review');
  const [typed, setTyped] = useState(words);
  const last = useRef(words);
  useEffect(() => {
    if (words !== last.current) {
      last.current = words;
      setTyped(words);
    }
  }, [words]);
  const tell = (): void => {
    if (typed.trim() !== last.current) {
      last.current = typed.trim();
      change(last.current);
    }
  };
  useEffect(() => {
    const timer = setTimeout(tell, settlesMillis);
    return () => clearTimeout(timer);
  }, [typed, change]);
  return (
    <label className="queue-search">
      {t('search')}
      <input
        id="queue-search"
        type="search"
        maxLength={100}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={tell}
      />
    </label>
  );
}
