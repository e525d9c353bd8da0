import { objectionStates } from '@dengke/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { objectionsQuery } from './reading';
import type { ObjectionState } from './reading';
import '../shared/office.css';

const states = Object.keys(objectionStates) as ObjectionState[];

/** What was said against what is in publicity, the oldest first. */
export function ObjectionsPage(): React.JSX.Element {
  const { t } = useTranslation(['registrar', 'shell']);
  const [state, setState] = useState<ObjectionState | undefined>();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(objectionsQuery(state));
  const lines = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('registrar:objections.title')} />
      <div className="office">
        <div className="office-switch" role="group" aria-label={t('registrar:objections.filter')}>
          {[undefined, ...states].map((one) => (
            <button key={one ?? 'all'} type="button" aria-pressed={state === one} onClick={() => setState(one)}>
              {one === undefined ? t('registrar:all') : t(`registrar:objections.states.${one}`)}
            </button>
          ))}
        </div>
        {error !== null && <Trouble error={error} retry={() => void refetch()} />}
        {data === undefined && error === null && <Waiting lines={6} />}
        {data !== undefined && lines.length === 0 && <p className="card">{t('registrar:objections.none')}</p>}
        {lines.length > 0 && (
          <div className="card">
            <TableBox label={t('registrar:objections.title')}>
              <thead>
                <tr>
                  {(['receipt', 'state', 'kinds', 'objector', 'receivedAt', 'serial'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`registrar:objections.columns.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.receipt}>
                    <th scope="row">
                      <Link to="/objections/$receipt" params={{ receipt: line.receipt }}>
                        {line.receipt}
                      </Link>
                    </th>
                    <td className="short">{t(`registrar:objections.states.${line.state}`)}</td>
                    <td>{line.kinds.map((kind) => t(`registrar:objections.kinds.${kind}`)).join('、')}</td>
                    <td className="short">{t(`registrar:objections.objectors.${line.objector}`)}</td>
                    <td className="short">{instantOf(line.receivedAt)}</td>
                    <td className="short">{line.serial}</td>
                  </tr>
                ))}
              </tbody>
            </TableBox>
          </div>
        )}
        {hasNextPage && (
          <div>
            <Button onClick={() => void fetchNextPage()}>{t('shell:more')}</Button>
          </div>
        )}
      </div>
    </>
  );
}
