import { isReason, sentenceOf } from '@dengke/contract';
import type { FieldFault, Reason } from '@dengke/contract';
import { ProblemError } from '../api/problem';
import { currentLanguage } from '../messages/messages';
import { useTranslation } from '../messages/use-translation';
import { englishReasons } from './english-reasons';
import { Trouble } from './trouble';

interface Props {
  error: unknown;
  /** How the page calls its fields, where not as the answer itself does. */
  labels?: Record<string, string>;
}

/** A field with its name, as the system tells it (decision 0018). */
type Told = (FieldFault | { field: string; reason?: undefined }) & { label?: string };

/** What went wrong, and of each field that is refused, why. */
export function Refusal({ error, labels = {} }: Props): React.JSX.Element {
  const { t } = useTranslation('shell');
  const faults = faultsOf(error);
  const nameOf = ({ field, label }: Told): string => {
    const row = rowOf(field);
    const name = labels[field] ?? label ?? field;
    return row === null ? name : t('nth', { name, number: row + 1 });
  };
  return (
    <>
      <Trouble error={error} />
      {faults.length > 0 && (
        <ul className="fault-list">
          {faults.map((fault) => (
            <li key={`${fault.field} ${fault.reason}`}>
              {nameOf(fault)}
              {isReason(fault.reason) && `${colon()}${reasonWords(fault.reason, 'limits' in fault ? fault.limits : [])}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function faultsOf(error: unknown): Told[] {
  if (!(error instanceof ProblemError)) {
    return [];
  }
  const [field, label] = [error.detail<string>('field'), error.detail<string>('label')];
  return error.detail<Told[]>('fields') ?? (field === undefined || label === undefined ? [] : [{ field, label }]);
}

/** Of `form.units[1].uscc` and `completers.1` the row; null where a path has none. */
function rowOf(field: string): number | null {
  const [, row] = /[.[](\d+)\]?(?:\.\w+)?$/.exec(field) ?? [];
  return row === undefined ? null : Number(row);
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
