import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { registeredQuery, standings } from './reading';
import type { Standing } from './reading';
import '../shared/office.css';

/** The register as the registrar works with it: found by number, or by how the entry stands. */
export function RegisteredListPage(): React.JSX.Element {
  const { t } = useTranslation(['registrar', 'journey', 'shell']);
  const [state, setState] = useState<Standing>('registered');
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState('');
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(registeredQuery(state, number));
  const lines = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('registrar:entries.title')} />
      <div className="office">
        <form className="card plain-form office-form" onSubmit={(event) => (event.preventDefault(), setNumber(typed.trim().toUpperCase()))}>
          <label>
            {t('registrar:entries.number')}
            <input type="search" maxLength={12} value={typed} onChange={({ target }) => setTyped(target.value)} />
          </label>
          <div className="office-acts">
            <Button htmlType="submit">{t('registrar:entries.find')}</Button>
            <div className="office-switch" role="group" aria-label={t('registrar:entries.filter')}>
              {standings.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={number === '' && state === one}
                  onClick={() => (setNumber(''), setTyped(''), setState(one))}
                >
                  {t(`journey:states.${one}`)}
                </button>
              ))}
            </div>
          </div>
        </form>
        {error !== null && <Trouble error={error} retry={() => void refetch()} />}
        {data === undefined && error === null && <Waiting lines={6} />}
        {data !== undefined && lines.length === 0 && <p className="card">{t('registrar:entries.none')}</p>}
        {lines.length > 0 && (
          <div className="card">
            <TableBox label={t('registrar:entries.title')}>
              <thead>
                <tr>
                  {(['number', 'name', 'unit', 'category', 'state'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`registrar:entries.columns.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.serial}>
                    <th scope="row">
                      <Link to="/registered/$serial" params={{ serial: line.serial }}>
                        {line.registrationNumber ?? line.serial}
                      </Link>
                    </th>
                    <td>{line.name}</td>
                    <td>{line.unitName}</td>
                    <td className="short">{t(`journey:categories.${line.category as 'applied'}`)}</td>
                    <td className="short">{t(`journey:states.${line.state}`)}</td>
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
