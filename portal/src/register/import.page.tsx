import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { sheetBody } from '../api/sheet-body';
import { keyed } from '../api/use-act';
import { PageHead } from '../shared/page-head';
import type { RowFault } from '../shared/row-report';
import { SheetImport } from '../shared/sheet-import';
import type { Imported } from '../shared/sheet-import';
import { allOfRegistrations } from './reading';

type Fault = Schemas['RegisterImportDto']['faults'][number];

/** What was registered before, from a sheet. */
export function RegisterImportPage(): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const queries = useQueryClient();
  const said = ({ row, field, code, severity }: Fault): RowFault => ({
    ...{ row, severity },
    ...{ column: t(`imports.fields.${field}`), words: t(`imports.faults.${code}`) },
  });
  return (
    <>
      <PageHead title={t('imports.title')} />
      <p>
        <Link to="/registered">{t('entries.title')}</Link>
      </p>
      <div className="cards narrow">
        <section className="card" aria-label={t('imports.title')}>
          <p className="hint">{t('imports.hint')}</p>
          <SheetImport
            fileLabel={t('imports.file')}
            accept=".xlsx,.json"
            send={sent}
            onDone={() => queries.invalidateQueries(allOfRegistrations)}
            said={said}
          >
            {({ rows }) => (
              <p className="well" role="status">
                {t('imports.done', { count: rows })} <Link to="/register">{t('imports.toRegister')}</Link>
              </p>
            )}
          </SheetImport>
        </section>
      </div>
    </>
  );
}

async function sent(sheet: File, dryRun: boolean, key: string): Promise<Imported<Fault>> {
  const query = { dryRun: dryRun ? ('true' as const) : ('false' as const) };
  const answer = await answerOf(api.POST('/register/imports', { ...keyed(key), params: { query }, ...sheetBody(sheet) }));
  return { ...answer, isDone: answer.importId !== null };
}
