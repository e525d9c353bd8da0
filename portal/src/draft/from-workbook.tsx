import type { Category, Reason } from '@dengke/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { sheetBody } from '../api/sheet-body';
import { keyed } from '../api/use-act';
import { useTranslation } from '../messages/use-translation';
import { reasonWords } from '../shared/refusal';
import type { RowFault } from '../shared/row-report';
import { SheetImport } from '../shared/sheet-import';
import type { Imported } from '../shared/sheet-import';

type Fault = Schemas['CellFaultDto'] & Partial<Pick<RowFault, 'severity'>>;
interface ImportedForm extends Imported<Fault> {
  draftId: string | null;
}

/** A draft from a filled workbook, and the empty one of a category. */
export function FromWorkbook({ category }: { category: Category }): React.JSX.Element {
  const { t } = useTranslation(['draft', 'journey']);
  const queries = useQueryClient();
  const said = ({ sheet, row, column, reason, limits }: Fault): RowFault => ({
    ...{ row, severity: 'error', column: column === '' ? sheet : `${sheet} · ${column}` },
    words: reasonWords(reason as Reason, limits),
  });
  return (
    <section className="card new-draft" aria-labelledby="from-workbook">
      <h2 id="from-workbook">{t('draft:workbook.title')}</h2>
      <p className="hint">{t('draft:workbook.hint')}</p>
      <p>
        <a href={`/api/v1/drafts/import/template?schema=${category}`} download>
          {t('draft:workbook.template', { category: t(`journey:categories.${category}`) })}
        </a>
      </p>
      <SheetImport
        fileLabel={t('draft:workbook.file')}
        accept=".xlsx"
        send={sent}
        onDone={() => queries.invalidateQueries({ queryKey: ['drafts'] })}
        said={said}
        counts="answered"
      >
        {({ rows, draftId }) => (
          <p className="well" role="status">
            {t('draft:workbook.done', { count: rows })}{' '}
            {draftId !== null && (
              <Link to="/drafts/$id" params={{ id: draftId }} search={{}}>
                {t('draft:workbook.open')}
              </Link>
            )}
          </p>
        )}
      </SheetImport>
    </section>
  );
}

async function sent(sheet: File, dryRun: boolean, key: string): Promise<ImportedForm> {
  const query = { dryRun: dryRun ? ('true' as const) : ('false' as const) };
  const { faults, answers, draft } = await answerOf(api.POST('/drafts/import', { ...keyed(key), params: { query }, ...sheetBody(sheet) }));
  return { rows: answers, faults, isDone: draft !== null, draftId: draft?.id ?? null };
}
