import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { organisationsQuery } from '../organisations/organisations';
import { Button } from '../shared/button';
import { useEvery } from '../shared/use-every';

/** Of an organisation, or of an area: that one is kept as it is. */
export interface EarlierRow {
  organisationId: string;
  areaCode?: string;
  cutOffOn: string;
}

interface Props {
  rows: readonly EarlierRow[];
  /** The window's own cut-off: an earlier one is never later. */
  latest: string;
  change: (rows: readonly EarlierRow[]) => void;
}

const deskKinds = ['organiser', 'municipal'] as const;

/** Cut-offs of lines that end before the window does (S39). */
export function EarlierCutOffs({ rows, latest, change }: Props): React.JSX.Element {
  const { t } = useTranslation('window');
  const every = useEvery();
  const desks = useQuery({
    queryKey: ['organisations', 'desks'],
    queryFn: async () => (await Promise.all(deskKinds.map((kind) => every(organisationsQuery({ kind }))))).flat(2),
    staleTime: 60_000,
  });
  const set = (place: number, part: Partial<EarlierRow>): void =>
    change(rows.map((row, index) => (index === place ? { ...row, ...part } : row)));
  return (
    <fieldset>
      <legend>{t('earlier')}</legend>
      {rows.map((row, place) => (
        <div key={place} className="row-of-fields">
          <label>
            {row.areaCode === undefined ? t('earlierOf') : t('earlierOfArea', { code: row.areaCode })}
            <select
              required={row.areaCode === undefined}
              disabled={row.areaCode !== undefined}
              value={row.organisationId}
              onChange={({ target }) => set(place, { organisationId: target.value })}
            >
              <option value="">{t('chooseOrganisation')}</option>
              {(desks.data ?? []).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('earlierOn')}
            <input
              type="date"
              required
              value={row.cutOffOn}
              max={latest === '' ? undefined : latest}
              onChange={({ target }) => set(place, { cutOffOn: target.value })}
            />
          </label>
          <div>
            <Button onClick={() => change(rows.filter((_, index) => index !== place))}>{t('takeAway')}</Button>
          </div>
        </div>
      ))}
      <div>
        <Button onClick={() => change([...rows, { organisationId: '', cutOffOn: '' }])}>{t('addEarlier')}</Button>
      </div>
    </fieldset>
  );
}

export const cutOffsOf = (rows: readonly EarlierRow[]): Schemas['EarlierCutOffDto'][] =>
  rows.map(({ organisationId, areaCode, cutOffOn }) => (areaCode === undefined ? { organisationId, cutOffOn } : { areaCode, cutOffOn }));
