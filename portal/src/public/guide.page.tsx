import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { guide } from '../messages/zh/guide';
import type { SameWords } from '../messages/words';
import { PublicPage } from './public-page';

type Guide = SameWords<typeof guide>;

const sections = ['steps', 'scope', 'materials', 'basis'] as const;
const roles = ['completer', 'unitAdmin', 'county', 'reviewer', 'department', 'ministry', 'superAdmin', 'separated', 'public'] as const;

/** How one registers: steps, scope, material, the law, and a manual for each position. */
export function GuidePage(): React.JSX.Element {
  const { t, i18n } = useTranslation('guide');
  const { steps, scope, materials, basis, roles: manuals } = i18n.getResourceBundle(i18n.language, 'guide') as Guide;
  return (
    <PublicPage title={t('title')} lead={t('lead')}>
      <nav aria-label={t('contents')} className="contents">
        <ul>
          {[...sections, 'roles' as const].map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{t(`${section}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Points id="steps" words={steps} keys={['login', 'draft', 'release', 'recommend', 'approve', 'report']} end="time" ordered />
      <Points id="scope" words={scope} keys={['must', 'voluntary', 'may', 'classified', 'once']} />
      <Points id="materials" words={materials} begin="form" keys={['applied', 'basic', 'soft']} end="names" />
      <Points id="basis" words={basis} begin="lead" keys={['law', 'measures', 'provincial', 'rules']} />
      <h2 id="roles" tabIndex={-1}>
        {manuals.title}
      </h2>
      <div className="two-columns">
        {roles.map((role) => (
          <Manual key={role} id={`role-${role}`} words={manuals[role]} />
        ))}
      </div>
      <p>
        {t('ask')} <Link to="/windows">{t('askWindows')}</Link>
      </p>
    </PublicPage>
  );
}

interface Titled {
  readonly title: string;
}

interface PointsOf<Words> {
  id: string;
  words: Words;
  begin?: Exclude<keyof Words, 'title'>;
  keys: readonly Exclude<keyof Words, 'title'>[];
  end?: Exclude<keyof Words, 'title'>;
  ordered?: boolean;
}

function Points<Words extends Titled>({ id, words, begin, keys, end, ordered = false }: PointsOf<Words>): React.JSX.Element {
  const List = ordered ? 'ol' : 'ul';
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {words.title}
      </h2>
      {begin !== undefined && <p>{String(words[begin])}</p>}
      <List>
        {keys.map((key) => (
          <li key={String(key)}>{String(words[key])}</li>
        ))}
      </List>
      {end !== undefined && <p>{String(words[end])}</p>}
    </section>
  );
}

function Manual({ id, words: { title, ...points } }: { id: string; words: Titled & Readonly<Record<string, string>> }): React.JSX.Element {
  return (
    <section className="card" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ol>
        {Object.entries(points).map(([key, point]) => (
          <li key={key}>{point}</li>
        ))}
      </ol>
    </section>
  );
}
