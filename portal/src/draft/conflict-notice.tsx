import type { FormSchema } from '@dengke/contract/forms';
import { useTranslation } from '../messages/use-translation';
import type { Conflict } from './autosave';
import { boxOf } from './form-schema';

interface Props {
  schema: FormSchema;
  conflicts: readonly Conflict[];
  settle: (field: string, keep: 'mine' | 'theirs') => void;
}

/** Two people changed the same field: both versions side by side, and one of them is chosen. */
export function ConflictNotice({ schema, conflicts, settle }: Props): React.JSX.Element | null {
  const { t } = useTranslation(['draft', 'problems']);
  if (conflicts.length === 0) {
    return null;
  }
  return (
    <section className="card conflicts" role="alert" aria-label={t('draft:conflict')}>
      <h2>{t('draft:conflict')}</h2>
      <p>{t('problems:FIELD_CONFLICT')}</p>
      {conflicts.map(({ field, mine, theirs }) => (
        <div key={field} className="conflict">
          <h3>{boxOf(schema, field)?.label ?? field}</h3>
          {[['mine', mine] as const, ['theirs', theirs] as const].map(([whose, value]) => (
            <div key={whose}>
              <p className="hint">{t(`draft:${whose}`)}</p>
              <p className="conflict-value">{shown(value) === '' ? t('draft:nothing') : shown(value)}</p>
              <button type="button" className="plain-button quiet" onClick={() => settle(field, whose)}>
                {t(whose === 'mine' ? 'draft:keepMine' : 'draft:keepTheirs')}
              </button>
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(shown).join('；');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).map(shown).join('，');
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
