import { useTranslation } from '../messages/use-translation';
import type { FieldsProps } from './change-fields';

/** Of two bureaus that become one: which area codes are written anew. */
export function AreaFields({ wanted: { areas }, set }: FieldsProps): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const change = (at: number, part: Partial<{ from: string; to: string }>): void =>
    set({ areas: areas.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const code = { required: true, inputMode: 'numeric', pattern: '\\d{2}(\\d{2}){0,2}', maxLength: 6 } as const;
  return (
    <fieldset className="choices">
      <legend>{t('areas')}</legend>
      {areas.map(({ from, to }, at) => (
        <div key={at} className="narrowing">
          <span>
            <span className="hint">{t('areaFrom')}</span>
            <input {...code} aria-label={t('areaFrom')} value={from} onChange={({ target }) => change(at, { from: target.value })} />
          </span>
          <span>
            <span className="hint">{t('areaTo')}</span>
            <input {...code} aria-label={t('areaTo')} value={to} onChange={({ target }) => change(at, { to: target.value })} />
          </span>
        </div>
      ))}
      <div>
        <button type="button" className="link-like" onClick={() => set({ areas: [...areas, { from: '', to: '' }] })}>
          {t('addArea')}
        </button>
      </div>
    </fieldset>
  );
}
