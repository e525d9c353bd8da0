import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { Answered } from '../shared/answered';
import { civilDay, instantOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { CorrectImported } from './correct-imported';
import { importedCorrectionsQuery, importedQuery } from './reading';

type Entry = Schemas['RegisterEntryDto'];
type Value = Schemas['ImportedChangeDto']['from'];

/** One entry of what was registered before: as it stands, how it was corrected, and its correction (P36). */
export function ImportedPage(): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const me = useMe();
  const { number } = useParams({ from: '/signed-in/registered/imported/$number' });
  const query = useQuery(importedQuery(number));
  return (
    <Answered query={query} lines={8}>
      {(entry) => (
        <>
          <PageHead title={'name' in entry ? entry.name : number} />
          <p>
            <Link to="/registered">{t('entries.toList')}</Link>
          </p>
          {'importedOn' in entry && entry.importedOn !== null ? (
            <div className="cards">
              <Registered entry={entry} importedOn={entry.importedOn} />
              <Corrections number={number} />
              {may(me, 'register.import') && <CorrectImported key={JSON.stringify(entry)} entry={entry} />}
            </div>
          ) : (
            <p className="card">{t('imported.notImported')}</p>
          )}
        </>
      )}
    </Answered>
  );
}

function Registered({ entry, importedOn }: { entry: Entry; importedOn: string }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const facts: [string, string][] = [
    [t('imports.fields.number'), entry.number],
    [t('imports.fields.approvedOn'), civilDay(entry.approvedOn)],
    [t('imported.importedOn'), civilDay(importedOn)],
    ...(entry.cancelledOn === null ? [] : [[t('imports.fields.cancelledOn'), civilDay(entry.cancelledOn)] as [string, string]]),
    [t('imports.fields.units'), entry.units.join('、')],
    [t('imports.fields.completers'), entry.completers.join('、')],
  ];
  return (
    <section className="card" aria-labelledby="registered">
      <h2 id="registered">{t('imported.registered')}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Corrections({ number }: { number: string }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const query = useQuery(importedCorrectionsQuery(number));
  const said = (value: Value): string => {
    const words = Array.isArray(value) ? value.join('、') : (value ?? '');
    return words === '' ? t('imported.empty') : words;
  };
  return (
    <section className="card" aria-labelledby="corrections">
      <h2 id="corrections">{t('imported.corrections')}</h2>
      <Answered query={query} lines={2}>
        {(corrections) =>
          corrections.length === 0 ? (
            <p>{t('imported.none')}</p>
          ) : (
            <ol className="office-list">
              {corrections.map(({ serial, at, reason, changes }, index) => (
                <li key={serial}>
                  {t('imported.of', { nth: index + 1, at: instantOf(at) })}{' '}
                  <a href={`/api/v1/register/imported/corrections/${serial}/document`} download>
                    {t('document')}
                  </a>
                  <p className="as-said">{reason ?? t('erased')}</p>
                  {changes.map(({ field, from, to }) => (
                    <p key={field}>
                      {t(`imports.fields.${field}`)}：<del>{said(from)}</del> <ins>{said(to)}</ins>
                    </p>
                  ))}
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
    </section>
  );
}
