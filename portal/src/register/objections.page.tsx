import { objectionStates } from '@dengke/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../shared/dates';
import { Listed } from '../shared/listed';
import { OneOf } from '../shared/one-of';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { objectionsQuery } from './reading';
import type { ObjectionState } from './reading';

const states = Object.keys(objectionStates) as ObjectionState[];

/** What was said against what is in publicity, the oldest first. */
export function ObjectionsPage(): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const [state, setState] = useState<ObjectionState | 'all'>('all');
  const list = useInfiniteQuery(objectionsQuery(state === 'all' ? undefined : state));
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('objections.title')} />
      <div className="cards">
        <OneOf
          label={t('objections.filter')}
          all={['all', ...states]}
          chosen={state}
          choose={setState}
          words={(one) => t(one === 'all' ? 'all' : `objections.states.${one}`)}
        />
        <Listed list={list} isEmpty={lines.length === 0} none={<p className="card">{t('objections.none')}</p>}>
          <div className="card">
            <TableBox label={t('objections.title')}>
              <thead>
                <tr>
                  {(['receipt', 'state', 'kinds', 'objector', 'receivedAt', 'serial'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`objections.columns.${column}`)}
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
                    <td className="short">{t(`objections.states.${line.state}`)}</td>
                    <td>{line.kinds.map((kind) => t(`objections.kinds.${kind}`)).join('、')}</td>
                    <td className="short">{t(`objections.objectors.${line.objector}`)}</td>
                    <td className="short">{instantOf(line.receivedAt)}</td>
                    <td className="short">{line.serial}</td>
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
