import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from '../messages/use-translation';
import { ProblemError } from '../api/problem';
import { useAct } from '../api/use-act';
import { Refusal } from './refusal';
import { RowReport } from './row-report';
import type { RowFault } from './row-report';

/** Without a severity it keeps all of it out. */
type Faulty = Partial<Pick<RowFault, 'severity'>>;
interface Report<Fault extends Faulty> {
  rows: number;
  faults: Fault[];
}
export interface Imported<Fault extends Faulty> extends Report<Fault> {
  isDone: boolean;
}

interface Props<Fault extends Faulty, Outcome extends Imported<Fault>> {
  fileLabel: string;
  accept: string;
  send: (sheet: File, dryRun: boolean, key: string) => Promise<Outcome>;
  onDone: () => Promise<void>;
  /** A fault in the words of whoever reads it. */
  said: (fault: Fault) => RowFault;
  /** Where what is read is no rows. */
  counts?: 'answered';
  /** What is chosen beside the file; when it `changed`, what was tried counts no more. */
  fields?: (changed: () => void) => ReactNode;
  /** What is shown once it is done. */
  children: (outcome: Outcome) => ReactNode;
}

/** A sheet that is taken in, all of it or nothing; tried out first, with a report by row. */
export function SheetImport<Fault extends Faulty, Outcome extends Imported<Fault>>(props: Props<Fault, Outcome>): React.JSX.Element {
  const { fileLabel, accept, send, onDone, said, counts, fields, children } = props;
  const { t } = useTranslation('forms');
  const [file, setFile] = useState<File | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const trying = useAct((sheet: File, key) => send(sheet, true, key), setOutcome);
  const doing = useAct(
    (sheet: File, key) => send(sheet, false, key),
    async (came) => {
      setOutcome(came);
      await onDone();
    },
  );
  const changed = (): void => {
    setOutcome(null);
    trying.forgetError();
    doing.forgetError();
  };
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    changed();
  };
  const error = trying.error ?? doing.error;
  const report = outcome ?? reportIn<Fault>(error);
  const isDone = outcome?.isDone === true;
  const isSound = outcome !== null && !isDone && outcome.faults.every(({ severity }) => severity === 'warning');
  return (
    <>
      <form className="plain-form" onSubmit={(event) => (event.preventDefault(), file !== null && trying.send(file))}>
        <label>
          {fileLabel}
          <input type="file" required accept={accept} onChange={({ target }) => choose(target.files?.[0] ?? null)} />
        </label>
        {fields?.(changed)}
        <div className="acts">
          <button type="submit" className="plain-button quiet" disabled={file === null || trying.isPending}>
            {t('imports.try')}
          </button>
          <button
            type="button"
            className="plain-button"
            disabled={!isSound || doing.isPending}
            onClick={() => file !== null && doing.send(file)}
          >
            {t('imports.do')}
          </button>
        </div>
      </form>
      {error !== null && <Refusal error={error} />}
      {report !== null && <RowReport rows={report.rows} {...(counts && { counts })} faults={report.faults.map(said)} />}
      {isDone && children(outcome)}
    </>
  );
}

/** An import that is refused says why, row by row, as the dry run does. */
function reportIn<Fault extends Faulty>(error: unknown): Report<Fault> | null {
  const faults = error instanceof ProblemError ? error.detail<Fault[]>('faults') : undefined;
  return faults === undefined ? null : { rows: (error as ProblemError).detail<number>('rows') ?? 0, faults };
}
