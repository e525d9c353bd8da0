import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { Export } from '../shared/export';
import { Listed } from '../shared/listed';
import { OneOf } from '../shared/one-of';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { useEvery } from '../shared/use-every';
import { registeredQuery, standings } from './reading';
import type { Standing } from './reading';

/** The register as the registrar works with it: found by number, or by how the entry stands. */
export function RegisteredListPage(): React.JSX.Element {
  const { t } = useTranslation(['registrar', 'journey']);
  const me = useMe();
  const [state, setState] = useState<Standing>('registered');
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState('');
  const query = registeredQuery(state, number);
  const list = useInfiniteQuery(query);
  const every = useEvery();
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('registrar:entries.title')}>
        {may(me, 'register.import') && (
          <Link to="/registered/import" className="plain-button quiet small">
            {t('registrar:imports.title')}
          </Link>
        )}
        <Export<Schemas['SubmissionLine']>
          list={t('registrar:entries.title')}
          columns={[
            [t('registrar:entries.columns.number'), ({ registrationNumber, serial }) => registrationNumber ?? serial],
            [t('registrar:entries.columns.name'), ({ name }) => name],
            [t('registrar:entries.columns.unit'), ({ unitName }) => unitName],
            [t('registrar:entries.columns.category'), ({ category }) => t(`journey:categories.${category}`)],
            [t('registrar:entries.columns.state'), (line) => t(`journey:states.${line.state}`)],
          ]}
          lines={async () => (await every(query)).flatMap(({ items }) => items)}
        />
      </PageHead>
      <div className="cards">
        <form className="card plain-form office-form" onSubmit={(event) => (event.preventDefault(), setNumber(typed.trim().toUpperCase()))}>
          <label>
            {t('registrar:entries.number')}
            <input type="search" maxLength={12} value={typed} onChange={({ target }) => setTyped(target.value)} />
          </label>
          <div className="acts">
            <Button type="submit">{t('registrar:entries.find')}</Button>
            <OneOf
              label={t('registrar:entries.filter')}
              all={standings}
              chosen={number === '' ? state : null}
              choose={(one) => (setNumber(''), setTyped(''), setState(one))}
              words={(one) => t(`journey:states.${one}`)}
            />
          </div>
        </form>
        <Listed list={list} isEmpty={lines.length === 0} none={<None number={number} />}>
          <div className="card">
            <TableBox label={t('registrar:entries.title')} whole={false}>
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
        </Listed>
      </div>
    </>
  );
}

/** What was registered before has no submission: found by its number, it is to be corrected on a page of its own. */
function None({ number }: { number: string }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const me = useMe();
  return (
    <div className="card">
      <p>{t('entries.none')}</p>
      {number !== '' && may(me, 'register.import') && (
        <p>
          <Link to="/registered/imported/$number" params={{ number }}>
            {t('imported.look', { number })}
          </Link>
        </p>
      )}
    </div>
  );
}
