import { useId } from 'react';
import { useTranslation } from '../messages/use-translation';

/** What is asked for, as the boxes have it. */
export type Asked = Record<'kind' | 'by' | 'from', string>;
/** The same as the system is asked. */
export type Narrowed = Partial<Asked>;

/** A name is nobody's id: nothing is found by it, and the system is not asked. */
export const isById = ({ by }: Asked): boolean => /^[\w-]*$/.test(by.trim());

export const narrowedBy = ({ by, ...asked }: Asked): Narrowed =>
  Object.fromEntries(Object.entries({ ...asked, by: by.trim() }).filter(([, value]) => value !== ''));

/** How a kind of act is called. */
export function useKindNames(): (kind: string) => string {
  const { t, i18n } = useTranslation('audit');
  return (kind) => (i18n.exists(`audit:kinds.${kind}`) ? t(`kinds.${kind as 'personAdded'}`) : kind);
}

interface Props {
  asked: Asked;
  ask: (asked: Asked) => void;
  /** All that there are of the subject, loaded or not. */
  kinds: readonly string[];
}

/** Which entries of the whole ledger of a subject are shown: by what was done, by whom and since when. */
export function Narrowing({ asked, ask, kinds }: Props): React.JSX.Element {
  const { t } = useTranslation('audit');
  const nameOf = useKindNames();
  const hint = useId();
  const isFaulty = !isById(asked);
  return (
    <div className="narrowing">
      <label>
        {t('kind')}
        <select value={asked.kind} onChange={({ target }) => ask({ ...asked, kind: target.value })}>
          <option value="">{t('all')}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('by')}
        <input
          type="search"
          maxLength={64}
          value={asked.by}
          aria-invalid={isFaulty}
          aria-describedby={isFaulty ? hint : undefined}
          onChange={({ target }) => ask({ ...asked, by: target.value })}
        />
      </label>
      <label>
        {t('from')}
        <input type="date" value={asked.from} onChange={({ target }) => ask({ ...asked, from: target.value })} />
      </label>
      {isFaulty && (
        <p className="hint" id={hint} role="status">
          {t('byHint')}
        </p>
      )}
    </div>
  );
}
