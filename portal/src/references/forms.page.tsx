import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { Answered } from '../shared/answered';
import { civilDay } from '../shared/dates';
import { Export } from '../shared/export';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';

const schemasQuery = queryOptions({ queryKey: ['references', 'forms'], queryFn: () => answerOf(api.GET('/form-schemas')) });
const listsQuery = queryOptions({ queryKey: ['references', 'lists'], queryFn: () => answerOf(api.GET('/code-lists')) });
const listQuery = (list: string) =>
  queryOptions({
    queryKey: ['references', 'lists', list],
    queryFn: () => answerOf(api.GET('/code-lists/{list}', { params: { path: { list } } })),
  });

/** The editions of the registration form, and the code lists behind its boxes: read only, since they come with the regulations. */
export function FormsPage(): React.JSX.Element {
  const { t } = useTranslation('references');
  const schemas = useQuery(schemasQuery);
  const lists = useQuery(listsQuery);
  const error = schemas.error ?? lists.error;
  return (
    <>
      <PageHead title={t('forms')} />
      <div className="cards">
        {error !== null && <Trouble error={error} retry={() => void Promise.all([schemas.refetch(), lists.refetch()])} />}
        <section className="card" aria-labelledby="schemas">
          <h2 id="schemas">{t('schemas')}</h2>
          {schemas.data === undefined && error === null && <Waiting />}
          <ul className="line-list">
            {schemas.data?.map(({ id, title, year }) => (
              <li key={id}>
                <span>{title}</span>
                <span className="hint">{t('since', { year })}</span>
              </li>
            ))}
          </ul>
          <Export
            list={t('schemas')}
            columns={[
              [t('columns.title'), ({ title }) => title],
              [t('columns.year'), ({ year }) => year],
            ]}
            lines={() => schemas.data ?? []}
          />
        </section>
        <section className="card" aria-labelledby="lists">
          <h2 id="lists">{t('lists')}</h2>
          {lists.data === undefined && error === null && <Waiting lines={6} />}
          <ul className="line-list">
            {lists.data?.map((line) => (
              <ListLine key={line.list} line={line} />
            ))}
          </ul>
          <Export
            list={t('lists')}
            columns={[
              [t('columns.title'), ({ title }) => title],
              [t('columns.edition'), ({ edition }) => edition],
              [t('columns.from'), ({ effectiveFrom }) => civilDay(effectiveFrom)],
              [t('columns.count'), ({ entries }) => entries],
            ]}
            lines={() => lists.data ?? []}
          />
        </section>
      </div>
    </>
  );
}

function ListLine({ line: { list, title, edition, effectiveFrom, entries } }: { line: Schemas['CodeListLine'] }): React.JSX.Element {
  const { t } = useTranslation('references');
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <span>
        {title}
        <span className="hint">{t('edition', { edition, day: civilDay(effectiveFrom), count: entries })}</span>
      </span>
      <button
        type="button"
        className="plain-button quiet"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'hide' : 'show', { title })}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'hideShort' : 'showShort')}
      </button>
      {isOpen && <List list={list} />}
    </li>
  );
}

function List({ list }: { list: string }): React.JSX.Element {
  const { t } = useTranslation('references');
  const query = useQuery(listQuery(list));
  return (
    <Answered query={query}>
      {({ title, entries }) => (
        <div className="code-list">
          <TableBox label={title}>
            <thead>
              <tr>
                <th scope="col">{t('code')}</th>
                <th scope="col">{t('name')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ code, name }) => (
                <tr key={code}>
                  <td>{code}</td>
                  <td>{name}</td>
                </tr>
              ))}
            </tbody>
          </TableBox>
        </div>
      )}
    </Answered>
  );
}
