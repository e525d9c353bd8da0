import { Trouble } from './trouble';
import { Waiting } from './waiting';

interface Props<Answer> {
  query: { data: Answer | undefined; error: unknown; refetch: () => unknown };
  /** About the size of what is waited for. */
  lines?: number | undefined;
  children: (answer: Answer) => React.ReactNode;
}

/** What was asked of the system, and waiting and trouble meanwhile. Asked again in vain it stays, with what is being typed into it. */
export function Answered<Answer>({ query: { data, error, refetch }, lines, children }: Props<Answer>): React.JSX.Element {
  return (
    <>
      {error !== null && <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined ? error === null && <Waiting {...(lines === undefined ? {} : { lines })} /> : children(data)}
    </>
  );
}
