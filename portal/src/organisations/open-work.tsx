import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { ActForm } from '../shared/act-form';
import { reroute } from './changing';
import { OrganisationName } from './organisation-name';

type Open = Schemas['OpenWorkDto'];

/** Submissions under way keep the route they were submitted with (P1), unless somebody sends them along the new one. */
export function OpenWork({ open }: { open: Open }): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const units = [...new Set(open.submissions.map(({ unitId }) => unitId))];
  return (
    <section className="card" aria-labelledby="open-work">
      <h2 id="open-work">{t('openWork')}</h2>
      <p className="hint">{t('openWorkHint')}</p>
      {open.submissionCount > open.submissions.length && (
        <p className="hint">{t('andMore', { count: open.submissionCount - open.submissions.length })}</p>
      )}
      {units.map((unitId) => (
        <OfUnit key={unitId} unitId={unitId} submissions={open.submissions.filter((one) => one.unitId === unitId)} />
      ))}
    </section>
  );
}

function OfUnit({ unitId, submissions }: { unitId: string; submissions: Open['submissions'] }): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'journey', 'problems']);
  const [chosen, setChosen] = useState<readonly string[]>(submissions.map(({ serial }) => serial));
  const [outcomes, setOutcomes] = useState<Schemas['EachOutcome'][]>([]);
  const outcomeOf = (serial: string) => outcomes.find((one) => one.serial === serial);
  return (
    <div>
      <h3>
        <OrganisationName id={unitId} />
      </h3>
      <ul className="line-list choices">
        {submissions.map(({ serial, state, stage }) => {
          const came = outcomeOf(serial);
          return (
            <li key={serial}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(serial)}
                  onChange={({ target }) => setChosen(target.checked ? [...chosen, serial] : chosen.filter((one) => one !== serial))}
                />
                <span>
                  {serial}
                  <span className="hint">
                    {[t(`journey:states.${state}`), stage === null ? '' : t(`journey:stages.${stage}`)].join(' ')}
                  </span>
                </span>
              </label>
              {came !== undefined && (
                <span role="status">
                  {came.outcome === 'refused' ? t(`problems:${came.code ?? 'UNEXPECTED'}`) : t(`organisations:outcomes.${came.outcome}`)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <div className="acts">
        <ActForm
          label={t('organisations:reroute')}
          hint={t('organisations:rerouteHint')}
          values={{ unitId, serials: [...chosen] }}
          send={reroute}
          onDone={({ items }) => setOutcomes(items)}
        />
      </div>
    </div>
  );
}
