import type { FormSchema } from '@dengke/contract/forms';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { askedSections, boxOf } from './form-schema';
import { isBlank } from './form-values';
import type { FormValues } from './form-values';
import { placeOf, rootOf, useGapWords } from './gap-words';

interface Props {
  schema: FormSchema;
  form: FormValues;
  gaps: Schemas['Gaps'] | undefined;
}

/** The sections with what each still lacks, how much of what is asked is answered, and every gap and doubt as a link to its field. */
export function Outline({ schema, form, gaps }: Props): React.JSX.Element {
  const { t } = useTranslation('draft');
  const sections = askedSections(schema);
  const wordsOf = useGapWords(schema);
  const { missing = [], doubtful = [] } = gaps ?? {};
  const lacks = new Set(missing.map(({ field }) => rootOf(field)));
  const answered = sections.flatMap(({ fields }) => fields).filter(({ key }) => !lacks.has(key) && !isBlank(form[key])).length;
  const done = gaps === undefined ? 0 : Math.round((100 * answered) / (answered + lacks.size));
  return (
    <aside className="outline" aria-label={t('outline')}>
      <div className="card">
        <p>
          <label htmlFor="draft-progress">{t('progress', { percent: done })}</label>
          <progress id="draft-progress" max={100} value={done} />
        </p>
        <ol>
          {sections.map(({ key, label, fields: own }) => {
            const open = missing.filter(({ field }) => own.some((one) => one.key === rootOf(field))).length;
            return (
              <li key={key}>
                <a href={`#section-${key}`}>{label}</a>
                {gaps !== undefined && (
                  <span className={open > 0 ? 'count' : 'count none'}>{open > 0 ? t('lacks', { count: open }) : t('complete')}</span>
                )}
              </li>
            );
          })}
          <li>
            <a href="#section-evidence">{t('evidence')}</a>
            {gaps !== undefined && (
              <span className={lacks.has('evidence') ? 'count' : 'count none'}>
                {lacks.has('evidence') ? t('lacksEvidence') : t('complete')}
              </span>
            )}
          </li>
        </ol>
        <GapList
          title={t('missing', { count: missing.length })}
          lines={missing.map((gap) => ({ field: gap.field, words: wordsOf(gap) }))}
        />
        <GapList
          title={t('doubtful', { count: doubtful.length })}
          lines={doubtful.map(({ field, code }) => ({ field, words: `${boxOf(schema, field)?.label ?? ''}：${t(`doubts.${code}`)}` }))}
        />
      </div>
    </aside>
  );
}

interface Line {
  field: string | null;
  words: string;
}

function GapList({ title, lines }: { title: string; lines: readonly Line[] }): React.JSX.Element | null {
  if (lines.length === 0) {
    return null;
  }
  return (
    <details className="gaps">
      <summary>{title}</summary>
      <ul>
        {lines.map(({ field, words }, index) => (
          <li key={`${field}-${index}`}>
            <a href={`#${placeOf(field)}`}>{words}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
