import { useTranslation } from '../messages/use-translation';
import { Answered } from './answered';

/** As much of an infinite query as the frame of a list needs. */
interface List {
  data: unknown;
  error: unknown;
  hasNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
}

interface Props {
  list: List;
  isEmpty: boolean;
  /** What is said instead of a list in which nothing is. */
  none: React.ReactNode;
  lines?: number;
  children: React.ReactNode;
}

/** What stands around the lines of a list that comes page by page: waiting, trouble, nothing there, more of it. */
export function Listed({ list, isEmpty, none, lines = 6, children }: Props): React.JSX.Element {
  return (
    <>
      <Answered query={list} lines={lines}>
        {() => (isEmpty ? none : children)}
      </Answered>
      <More list={list} />
    </>
  );
}

/** The end of what has been loaded, where there is more. */
export function More({ list }: { list: Pick<List, 'hasNextPage' | 'fetchNextPage'> }): React.JSX.Element | null {
  const { t } = useTranslation('shell');
  const { hasNextPage, fetchNextPage } = list;
  return hasNextPage ? (
    <div>
      <button type="button" className="plain-button quiet" onClick={() => void fetchNextPage()}>
        {t('more')}
      </button>
    </div>
  ) : null;
}
