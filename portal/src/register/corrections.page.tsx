import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Answered } from '../shared/answered';
import { civilDay, instantOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { correctionsQuery } from './reading';

/** Corrections that wait for the registrar, the oldest first. */
export function CorrectionsPage(): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const query = useQuery(correctionsQuery);
  return (
    <>
      <PageHead title={t('corrections.title')} />
      <Answered query={query} lines={6}>
        {(corrections) =>
          corrections.length === 0 ? (
            <p className="card">{t('corrections.none')}</p>
          ) : (
            <div className="card">
              <CorrectionsTable label={t('corrections.title')} lines={corrections} />
            </div>
          )
        }
      </Answered>
    </>
  );
}

export function CorrectionsTable({ label, lines }: { label: string; lines: readonly Schemas['CorrectionLine'][] }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  return (
    <TableBox label={label}>
      <thead>
        <tr>
          {(['number', 'state', 'askedAt', 'dueOn', 'version'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`corrections.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <Link to="/corrections/$id" params={{ id: line.id }}>
                {line.registrationNumber}
              </Link>
            </th>
            <td className="short">{t(`corrections.states.${line.state}`)}</td>
            <td className="short">{instantOf(line.askedAt)}</td>
            <td className="short">
              {civilDay(line.dueOn)}
              {line.dueProvisional && t('provisional')}
            </td>
            <td className="short">{line.certificateVersion ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
