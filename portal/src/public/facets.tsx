import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import type { RegisterAsked } from './asked';
import { registerSearch } from './asked';
import { areaName } from './code-names';
import type { CodeNames } from './code-names';

type Count = Schemas['FacetCountDto'];
type Facet = Count['facet'];

const facets: readonly Facet[] = ['category', 'registrationYear', 'areaCode', 'unitKind', 'industrySection', 'discipline'];
const mostShown = 12;

/** By what the found ones can be narrowed down, each with how many there are; what is chosen can be let go. */
export function Facets({ asked, counts, names }: { asked: RegisterAsked; counts: Count[]; names: CodeNames }): React.JSX.Element | null {
  const { t } = useTranslation('visitors');
  if (counts.every(({ value }) => value === null) && facets.every((facet) => asked[facet] === undefined)) {
    return null;
  }
  return (
    <details className="facets card" open={window.innerWidth >= 992}>
      <summary>{t('register.narrow')}</summary>
      {facets.map((facet) => (
        <OneFacet key={facet} facet={facet} asked={asked} counts={counts} names={names} />
      ))}
    </details>
  );
}

function OneFacet({
  facet,
  asked,
  counts,
  names,
}: {
  facet: Facet;
  asked: RegisterAsked;
  counts: Count[];
  names: CodeNames;
}): React.JSX.Element | null {
  const { t } = useTranslation('visitors');
  const word = useValueWords(names);
  const chosen = asked[facet];
  const values = counts.filter((one) => one.facet === facet && one.value !== null).slice(0, mostShown);
  if (values.length === 0 && chosen === undefined) {
    return null;
  }
  return (
    <section aria-labelledby={`facet-${facet}`}>
      <h2 id={`facet-${facet}`}>{t(`register.facets.${facet}`)}</h2>
      {chosen !== undefined && (
        <Link to="/register" search={registerSearch({ ...asked, [facet]: undefined })} className="chosen">
          <strong>{word(facet, String(chosen))}</strong> <span className="hint">{t('register.letGo')}</span>
        </Link>
      )}
      {chosen === undefined && (
        <ul>
          {values.map(({ value, count, atLeast }) => (
            <li key={value}>
              <Link to="/register" search={registerSearch({ ...asked, [facet]: value })}>
                {word(facet, value ?? '')}
              </Link>{' '}
              <span className="hint">{atLeast ? `${count}+` : count}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useValueWords(names: CodeNames): (facet: Facet, value: string) => string {
  const { t } = useTranslation(['visitors', 'journey']);
  return (facet, value) => {
    switch (facet) {
      case 'category':
        return t(`journey:categories.${value as 'applied'}`);
      case 'unitKind':
        return t(`visitors:register.unitKinds.${value as 'enterprise'}`);
      case 'areaCode':
        return areaName(names, value);
      case 'industrySection':
      case 'discipline':
        return names[facet].get(value) ?? value;
      case 'registrationYear':
        return value;
    }
  };
}
