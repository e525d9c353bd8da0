import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { instantOf } from '../shared/dates';
import { Export } from '../shared/export';

type Entry = Schemas['AuditEntryDto'];

interface Props {
  /** Those that have been loaded. */
  entries: readonly Entry[];
  all: () => Promise<readonly Entry[]>;
}

/** Entries of the ledger, narrowed down by what was done, by whom and when. */
export function Entries({ entries, all }: Props): React.JSX.Element {
  const { t, i18n } = useTranslation(['audit', 'forms']);
  const [kind, setKind] = useState('');
  const [by, setBy] = useState('');
  const [from, setFrom] = useState('');
  const nameOf = (one: string): string => (i18n.exists(`audit:kinds.${one}`) ? t(`audit:kinds.${one as 'personAdded'}`) : one);
  const kinds = [...new Set(entries.map((entry) => entry.kind))].sort();
  const isShown = (entry: Entry): boolean =>
    (kind === '' || entry.kind === kind) &&
    (by.trim() === '' || (entry.by ?? '').includes(by.trim())) &&
    (from === '' || Date.parse(entry.at) >= Date.parse(`${from}T00:00:00+08:00`));
  const shown = entries.filter(isShown);
  const toldOf = useTold();
  return (
    <>
      <div className="narrowing">
        <label>
          {t('audit:kind')}
          <select value={kind} onChange={({ target }) => setKind(target.value)}>
            <option value="">{t('audit:all')}</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('audit:by')}
          <input type="search" value={by} onChange={({ target }) => setBy(target.value)} />
        </label>
        <label>
          {t('audit:from')}
          <input type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
        </label>
      </div>
      {shown.length === 0 && <p>{t('forms:noneFound')}</p>}
      <ol className="line-list">
        {shown.map((entry) => (
          <li key={entry.number}>
            <span>
              <strong>
                {entry.number}. {nameOf(entry.kind)}
              </strong>
              <span className="hint">{t('audit:doneBy', { by: entry.by ?? t('audit:house'), at: instantOf(entry.at) })}</span>
              {toldOf(entry).map((words) => (
                <span key={words} className="hint told">
                  {words}
                </span>
              ))}
            </span>
            <details>
              <summary>{t('audit:hash')}</summary>
              <code className="hash">{entry.hash}</code>
            </details>
          </li>
        ))}
      </ol>
      <Export
        list={t('audit:title')}
        columns={[
          [t('audit:columns.number'), ({ number }) => number],
          [t('audit:kind'), (entry) => nameOf(entry.kind)],
          [t('audit:by'), (entry) => entry.by ?? t('audit:house')],
          [t('audit:columns.at'), ({ at }) => instantOf(at)],
          [t('audit:columns.told'), (entry) => toldOf(entry).join('\n')],
          [t('audit:hash'), ({ hash }) => hash],
        ]}
        lines={async () => (await all()).filter(isShown)}
      />
    </>
  );
}

function useTold(): (entry: Entry) => string[] {
  const { t, i18n } = useTranslation('audit');
  return ({ detail, text }) =>
    flat({ ...detail, ...(text ?? {}) }).map(([names, value]) => {
      const labels = names.map((name) => (i18n.exists(`audit:details.${name}`) ? t(`details.${name as 'reason'}`) : name));
      return `${labels.join(' · ')}：${typeof value === 'string' ? value : JSON.stringify(value)}`;
    });
}

/** Each value with the names that lead to it, what is within another one included. */
function flat(detail: Record<string, unknown>): [names: string[], value: unknown][] {
  return Object.entries(detail).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flat({ ...value }).map(([names, within]): [string[], unknown] => [[name, ...names], within])
      : [[[name], value]],
  );
}
