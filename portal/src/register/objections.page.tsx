import { objectionStates } from '@dengke/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { instantOf } from '../shared/dates';
import { Export } from '../shared/export';
import { Listed } from '../shared/listed';
import { OneOf } from '../shared/one-of';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { useEvery } from '../shared/use-every';
import { objectionsQuery } from './reading';
import type { ObjectionState } from './reading';

const states = Object.keys(objectionStates) as ObjectionState[];

/** What was said against what is in publicity, the oldest first. */
export function ObjectionsPage(): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const [state, setState] = useState<ObjectionState | 'all'>('all');
  const query = objectionsQuery(state === 'all' ? undefined : state);
  const list = useInfiniteQuery(query);
  const every = useEvery();
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('objections.title')}>
        <Export<Schemas['ObjectionLineDto']>
          list={t('objections.title')}
          columns={[
            [t('objections.columns.receipt'), ({ receipt }) => receipt],
            [t('objections.columns.state'), (line) => t(`objections.states.${line.state}`)],
            [t('objections.columns.kinds'), ({ kinds }) => kinds.map((kind) => t(`objections.kinds.${kind}`)).join('、')],
            [t('objections.columns.objector'), ({ objector }) => t(`objections.objectors.${objector}`)],
            [t('objections.columns.receivedAt'), ({ receivedAt }) => instantOf(receivedAt)],
            [t('objections.columns.serial'), ({ serial }) => serial],
          ]}
          lines={async () => (await every(query)).flatMap(({ items }) => items)}
        />
      </PageHead>
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
            <TableBox label={t('objections.title')} whole={false}>
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
