import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { instantOf } from '../shared/dates';
import { Export } from '../shared/export';
import { useKindNames } from './narrowing';

type Entry = Schemas['AuditEntryDto'];

interface Props {
  /** Those that have been loaded. */
  entries: readonly Entry[];
  /** All that are asked for. */
  all: () => Promise<readonly Entry[]>;
}

/** Entries of the ledger: what was done, by whom and when. */
export function Entries({ entries, all }: Props): React.JSX.Element {
  const { t } = useTranslation(['audit', 'forms']);
  const nameOf = useKindNames();
  const toldOf = useTold();
  return (
    <>
      {entries.length === 0 && <p>{t('forms:noneFound')}</p>}
      <ol className="line-list">
        {entries.map((entry) => (
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
        lines={all}
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
