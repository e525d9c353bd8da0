import { isReason, sentenceOf } from '@dengke/contract';
import type { FieldFault, Reason } from '@dengke/contract';
import { ProblemError } from '../api/problem';
import { currentLanguage } from '../messages/messages';
import { englishReasons } from './english-reasons';
import { Trouble } from './trouble';

interface Props {
  error: unknown;
  /** How the page calls its fields. */
  labels?: Record<string, string>;
}

/** What went wrong, and of each field that is refused, why. */
export function Refusal({ error, labels = {} }: Props): React.JSX.Element {
  const faults = error instanceof ProblemError ? (error.detail<FieldFault[]>('fields') ?? []) : [];
  return (
    <>
      <Trouble error={error} />
      {faults.length > 0 && (
        <ul className="fault-list">
          {faults.map((fault) => (
            <li key={`${fault.field} ${fault.reason}`}>
              {labels[fault.field] ?? fault.field}
              {isReason(fault.reason) && `${colon()}${reasonWords(fault.reason, 'limits' in fault ? fault.limits : [])}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const colon = (): string => (currentLanguage() === 'zh' ? '：' : ': ');

/** Why one value is refused, in the language of whoever reads. */
export function reasonWords(reason: Reason, limits: readonly number[]): string {
  if (currentLanguage() === 'zh') {
    return sentenceOf(reason, limits);
  }
  const sentence: string | ((...limits: number[]) => string) = englishReasons[reason];
  return typeof sentence === 'string' ? sentence : sentence(...limits);
}
