import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '../account/session';
import { ProblemError } from '../api/problem';
import { useAct } from '../api/use-act';
import { DeliveryField } from '../people/delivery-field';
import type { Delivery } from '../people/people';
import { PageHead } from '../shared/page-head';
import { Refusal } from '../shared/refusal';
import { RowReport } from '../shared/row-report';
import type { ImportOutcome, Report } from './importing';
import { importPeople, importUnits } from './importing';
import { ImportedPeople } from './imported-people';

type Sheet = 'units' | 'people';

/** Units or people from a sheet (xlsx), all of it or nothing; tried out first, with a report by row. */
export function ImportPage(): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const me = useMe();
  return (
    <>
      <PageHead title={t('import')} />
      <div className="cards narrow">
        {may(me, 'graph.change') && <Import sheet="units" />}
        {may(me, 'credential.issue') && <Import sheet="people" />}
      </div>
    </>
  );
}

function Import({ sheet }: { sheet: Sheet }): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'forms']);
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [delivery, setDelivery] = useState<Delivery>('slip');
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setOutcome(null);
  };
  const run = (dryRun: boolean) => (input: { file: File; delivery: Delivery }, key: string) =>
    sheet === 'units' ? importUnits(input.file, dryRun, key) : importPeople(input.file, dryRun, input.delivery, key);
  const trying = useAct(run(true), setOutcome);
  const doing = useAct(run(false), async (came) => {
    setOutcome(came);
    await queries.invalidateQueries({ queryKey: ['organisations'] });
  });
  const error = trying.error ?? doing.error;
  const report = outcome ?? reportIn(error);
  const isSound = outcome !== null && !outcome.isDone && !outcome.faults.some(({ severity }) => severity === 'error');
  return (
    <section className="card" aria-labelledby={`import-${sheet}`}>
      <h2 id={`import-${sheet}`}>{t(`organisations:imports.${sheet}`)}</h2>
      <p className="hint">{t(`organisations:imports.${sheet}Hint`)}</p>
      <form className="plain-form" onSubmit={(event) => (event.preventDefault(), file !== null && trying.send({ file, delivery }))}>
        <label>
          {t(`organisations:imports.${sheet}File`)}
          <input type="file" required accept=".xlsx" onChange={({ target }) => choose(target.files?.[0] ?? null)} />
        </label>
        {sheet === 'people' && <DeliveryField delivery={delivery} choose={(one) => (setDelivery(one), setOutcome(null))} />}
        <div className="acts">
          <button type="submit" className="plain-button quiet" disabled={file === null || trying.isPending}>
            {t('forms:imports.try')}
          </button>
          <button
            type="button"
            className="plain-button"
            disabled={!isSound || doing.isPending}
            onClick={() => file !== null && doing.send({ file, delivery })}
          >
            {t('forms:imports.do')}
          </button>
        </div>
      </form>
      {error !== null && <Refusal error={error} />}
      {report !== null && (
        <RowReport
          rows={report.rows}
          faults={report.faults.map(({ row, field, label, sentence, severity }) => ({
            row,
            column: label ?? field,
            words: sentence,
            severity,
          }))}
        />
      )}
      {outcome?.isDone === true && <ImportedPeople outcome={outcome} />}
    </section>
  );
}

/** An import that is refused says why, row by row, as the dry run does. */
function reportIn(error: unknown): Report | null {
  const faults = error instanceof ProblemError ? error.detail<Report['faults']>('faults') : undefined;
  return faults === undefined ? null : { rows: (error as ProblemError).detail<number>('rows') ?? 0, faults };
}
