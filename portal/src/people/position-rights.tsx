import type { Right } from '@dengke/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import { keyed } from '../api/use-act';
import { ActForm } from '../shared/act-form';
import { hasCode } from '../api/problem';
import { Trouble } from '../shared/trouble';
import { positionRightsQuery } from './people';

/** What a manager may do: as his role says, or set otherwise by the super administrator of his node; the security administrator only takes away. */
export function PositionRights({ positionId }: { positionId: string }): React.JSX.Element | null {
  const { t } = useTranslation(['people', 'rights']);
  const me = useMe();
  const queries = useQueryClient();
  const { data, error } = useQuery(positionRightsQuery(positionId));
  const [chosen, setChosen] = useState<readonly Right[]>([]);
  useEffect(() => setChosen(data === undefined ? [] : data.settable.filter((right) => data.rights.includes(right))), [data]);
  if (data === undefined && error !== null) {
    return hasCode(error, 'NOT_FOUND', 'NOT_ALLOWED') ? null : <Trouble error={error} />;
  }
  if (data === undefined || data.settable.length === 0) {
    return null;
  }
  const onlyTakes = me.position.role === 'securityAdmin';
  return (
    <ActForm
      label={t('people:setRights')}
      hint={t('people:setRightsHint')}
      values={{ rights: [...chosen] }}
      send={(body, key) => answerOf(api.PUT('/positions/{id}/rights', { ...keyed(key), params: { path: { id: positionId } }, body }))}
      onDone={() => queries.invalidateQueries({ queryKey: ['positions', positionId] })}
    >
      <fieldset className="choices">
        <legend>{t('people:mayDo')}</legend>
        {data.settable.map((right) => (
          <label key={right}>
            <input
              type="checkbox"
              checked={chosen.includes(right)}
              disabled={onlyTakes && !data.rights.includes(right)}
              onChange={({ target }) => setChosen(target.checked ? [...chosen, right] : chosen.filter((one) => one !== right))}
            />
            <span>
              {t(`rights:${right}`)}
              {data.rights.includes(right) !== data.byDefault.includes(right) && <span className="hint">{t('people:otherwise')}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </ActForm>
  );
}
