import { useEffect, useState } from 'react';
import { answerOf, api } from '../api/client';

/** What every page says in a house where people only practise; nothing in earnest. It is asked once. */
export function TrainingMark(): React.JSX.Element | null {
  const [mark, setMark] = useState<string | null>(null);
  useEffect(() => {
    void answerOf(api.GET('/house')).then(
      (house) => setMark(house.mark),
      () => undefined,
    );
  }, []);
  return mark === null ? null : <p className="training-mark">{mark}</p>;
}
