import type { FormField as Field } from '@dengke/contract/forms';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import type { CellKind, FieldKind } from '../draft/form-schema';
import { codeListQuery } from '../draft/form-schema';
import type { FormValues } from '../draft/form-values';
import { isBlank } from '../draft/form-values';

/** What stands in a box, as the form prints it: codes with their names, amounts with their unit. */
export function FormValue({ kind, value }: { kind: FieldKind; value: unknown }): React.JSX.Element {
  const { t } = useTranslation('review');
  if (isBlank(value)) {
    return <span className="hint">{t('blank')}</span>;
  }
  switch (kind.is) {
    case 'code':
    case 'codes':
      return <Codes list={kind.list} codes={Array.isArray(value) ? value.map(String) : [String(value)]} />;
    case 'yes-no':
      return <>{t(value === true ? 'yes' : 'no')}</>;
    case 'money':
      return <>{`${String(value)} ${kind.unit}`}</>;
    case 'words':
      return <>{(Array.isArray(value) ? value : [value]).join('、')}</>;
    case 'rows':
      return <Rows kind={kind} rows={value as FormValues[]} />;
    case 'line':
    case 'lines':
    case 'month':
    case 'day':
    case 'integer':
    case 'id':
      return <span className="said">{String(value)}</span>;
  }
}

function Codes({ list, codes }: { list: string; codes: readonly string[] }): React.JSX.Element {
  const { data } = useQuery(codeListQuery(list));
  const nameOf = (code: string): string => data?.entries.find((entry) => entry.code === code)?.name ?? code;
  return <>{codes.map(nameOf).join('、')}</>;
}

const isShown = ({ kind }: { kind: CellKind }): boolean => kind.is !== 'id';

function Rows({ kind, rows }: { kind: Extract<Field['kind'], { is: 'rows' }>; rows: readonly FormValues[] }): React.JSX.Element {
  return (
    <ol className="said-rows">
      {rows.map((row, index) => (
        <li key={index}>
          <dl>
            {kind.fields.filter(isShown).map((cell) =>
              isBlank(row[cell.key]) ? null : (
                <div key={cell.key}>
                  <dt>{cell.label}</dt>
                  <dd>
                    <FormValue kind={cell.kind} value={row[cell.key]} />
                  </dd>
                </div>
              ),
            )}
          </dl>
        </li>
      ))}
    </ol>
  );
}
