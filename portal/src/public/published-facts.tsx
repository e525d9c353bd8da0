import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';

type Published = Pick<Schemas['PublicityEntryDto'], 'category' | 'units' | 'completers' | 'summary'>;

/** What everybody may see of an achievement (P38). */
export function PublishedFacts({ entry, children }: { entry: Published; children: React.ReactNode }): React.JSX.Element {
  const { t } = useTranslation(['visitors', 'journey']);
  return (
    <dl className="facts-list">
      {children}
      <dt>{t('visitors:facts.category')}</dt>
      <dd>{t(`journey:categories.${entry.category}`)}</dd>
      <dt>{t('visitors:facts.units')}</dt>
      <dd>
        <ol>
          {entry.units.map((unit) => (
            <li key={unit}>{unit}</li>
          ))}
        </ol>
      </dd>
      <dt>{t('visitors:facts.completers')}</dt>
      <dd>{entry.completers.join('、')}</dd>
      {entry.summary !== '' && (
        <>
          <dt>{t('visitors:facts.summary')}</dt>
          <dd className="as-written">{entry.summary}</dd>
        </>
      )}
    </dl>
  );
}
