import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { useOrganisationNames } from './use-organisation-names';

type Away = Schemas['AwayDto'];

interface Props {
  windowId: string;
  away: Away;
  change: (away: Away) => void;
}

/** A desk of the window at which nobody decides on some days. */
export function AwayFields({ windowId, away, change }: Props): React.JSX.Element {
  const { t } = useTranslation('window');
  const { desks } = useOrganisationNames(windowId);
  const isAway = away.organisationId !== '';
  return (
    <fieldset>
      <legend>{t('whatIf.away')}</legend>
      <div className="row-of-fields">
        <label>
          {t('organisation')}
          <select value={away.organisationId} onChange={({ target }) => change({ ...away, organisationId: target.value })}>
            <option value="">{t('whatIf.nobodyAway')}</option>
            {desks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {isAway && (
          <>
            <label>
              {t('whatIf.awayFrom')}
              <input type="date" required value={away.from} onChange={({ target }) => change({ ...away, from: target.value })} />
            </label>
            <label>
              {t('whatIf.awayTo')}
              <input
                type="date"
                required
                min={away.from}
                value={away.to}
                onChange={({ target }) => change({ ...away, to: target.value })}
              />
            </label>
          </>
        )}
      </div>
    </fieldset>
  );
}
