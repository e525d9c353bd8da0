import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { ProblemError } from '../api/problem';
import { keyed, useAct } from '../api/use-act';
import { PageHead } from '../shared/page-head';
import { Refusal } from '../shared/refusal';
import { RowReport } from '../shared/row-report';
import { allOfRegistrations } from './reading';

type Report = Pick<Schemas['RegisterImportDto'], 'rows' | 'faults'>;

/** What was registered before, from a sheet, all of it or nothing; tried out first, with a report by row. */
export function RegisterImportPage(): React.JSX.Element {
  const { t } = useTranslation(['registrar', 'forms']);
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [outcome, setOutcome] = useState<Schemas['RegisterImportDto'] | null>(null);
  const trying = useAct((sheet: File, key) => sent(sheet, 'true', key), setOutcome);
  const doing = useAct(
    (sheet: File, key) => sent(sheet, 'false', key),
    async (came) => {
      setOutcome(came);
      await queries.invalidateQueries(allOfRegistrations);
    },
  );
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setOutcome(null);
    trying.forgetError();
    doing.forgetError();
  };
  const error = trying.error ?? doing.error;
  const report: Report | null = outcome ?? reportIn(error);
  const isDone = outcome !== null && outcome.importId !== null;
  const isSound = outcome !== null && !isDone && !outcome.faults.some(({ severity }) => severity === 'error');
  return (
    <>
      <PageHead title={t('registrar:imports.title')} />
      <p>
        <Link to="/registered">{t('registrar:entries.title')}</Link>
      </p>
      <div className="cards narrow">
        <section className="card" aria-label={t('registrar:imports.title')}>
          <p className="hint">{t('registrar:imports.hint')}</p>
          <form className="plain-form" onSubmit={(event) => (event.preventDefault(), file !== null && trying.send(file))}>
            <label>
              {t('registrar:imports.file')}
              <input type="file" required accept=".xlsx,.json" onChange={({ target }) => choose(target.files?.[0] ?? null)} />
            </label>
            <div className="acts">
              <button type="submit" className="plain-button quiet" disabled={file === null || trying.isPending}>
                {t('forms:imports.try')}
              </button>
              <button
                type="button"
                className="plain-button"
                disabled={!isSound || doing.isPending}
                onClick={() => file !== null && doing.send(file)}
              >
                {t('forms:imports.do')}
              </button>
            </div>
          </form>
          {error !== null && <Refusal error={error} />}
          {report !== null && <FaultsByRow report={report} />}
          {isDone && (
            <p className="well" role="status">
              {t('registrar:imports.done', { count: outcome.rows })} <Link to="/register">{t('registrar:imports.toRegister')}</Link>
            </p>
          )}
        </section>
      </div>
    </>
  );
}

function FaultsByRow({ report: { rows, faults } }: { report: Report }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const said = faults.map(({ row, field, code, severity }) => ({
    ...{ row, severity },
    ...{ column: t(`imports.fields.${field}`), words: t(`imports.faults.${code}`) },
  }));
  return <RowReport rows={rows} faults={said} />;
}

function sent(sheet: File, dryRun: 'true' | 'false', key: string): Promise<Schemas['RegisterImportDto']> {
  const parts = new FormData();
  parts.append('sheet', sheet, sheet.name);
  const body = { body: { sheet: '' }, bodySerializer: () => parts };
  return answerOf(api.POST('/register/imports', { ...keyed(key), params: { query: { dryRun } }, ...body }));
}

/** An import that is refused says why, row by row, as the dry run does. */
function reportIn(error: unknown): Report | null {
  const faults = error instanceof ProblemError ? error.detail<Report['faults']>('faults') : undefined;
  return faults === undefined ? null : { rows: (error as ProblemError).detail<number>('rows') ?? 0, faults };
}
