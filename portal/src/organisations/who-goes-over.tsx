import { rolesIn } from '@dengke/contract';
import type { Role } from '@dengke/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { Answered } from '../shared/answered';
import { More } from '../shared/listed';
import type { FieldsProps } from './change-fields';
import type { Picked } from './changing';
import { organisationsQuery, peopleQuery } from './organisations';

/** Which people of an organisation go over, or take over, and as what; `to` is where they will be. */
export function PeopleField({
  from,
  to,
  wanted: { people },
  set,
  label,
}: FieldsProps & { from: Picked; to: Picked; label: string }): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'shell']);
  const query = useQuery(peopleQuery(from.id));
  const roles = rolesIn[to.kind];
  const fitting = (role: Role): Role => (roles.includes(role) ? role : (roles.at(-1) ?? role));
  const without = (personId: string) => people.filter((one) => one.personId !== personId);
  return (
    <Answered query={query}>
      {(holders) => (
        <fieldset className="choices">
          <legend>{label}</legend>
          {holders.length === 0 && <p className="hint">{t('organisations:nobody')}</p>}
          {holders
            .filter(({ deputyFor }) => deputyFor === null)
            .map(({ personId, positionId, name, role }) => {
              const chosen = people.find((one) => one.personId === personId);
              return (
                <div key={positionId} className="narrowing">
                  <label>
                    <input
                      type="checkbox"
                      checked={chosen !== undefined}
                      onChange={({ target }) =>
                        set({
                          people: target.checked
                            ? [...without(personId), { personId, role: fitting(role), organisationId: to.id }]
                            : without(personId),
                        })
                      }
                    />
                    <span>{name}</span>
                  </label>
                  {chosen !== undefined && (
                    <select
                      aria-label={t('organisations:asWhat', { name })}
                      value={chosen.role}
                      onChange={({ target }) =>
                        set({
                          people: people.map((one) =>
                            one.personId === personId ? { ...one, role: roles.find((each) => each === target.value) ?? one.role } : one,
                          ),
                        })
                      }
                    >
                      {roles.map((one) => (
                        <option key={one} value={one}>
                          {t(`shell:roles.${one}`)}
                        </option>
                      ))}
                    </select>
                  )}
                </div>
              );
            })}
        </fieldset>
      )}
    </Answered>
  );
}

/** Which of those directly below. */
export function BelowField({ id, wanted: { below }, set, label }: FieldsProps & { id: string; label: string }): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const list = useInfiniteQuery(organisationsQuery({ parent: id }));
  return (
    <Answered query={list}>
      {({ pages }) => (
        <fieldset className="choices">
          <legend>{label}</legend>
          {pages.flat().length === 0 && <p className="hint">{t('nothingBelow')}</p>}
          <div className="picking">
            {pages.flat().map((one) => (
              <label key={one.id}>
                <input
                  type="checkbox"
                  checked={below.includes(one.id)}
                  onChange={({ target }) => set({ below: target.checked ? [...below, one.id] : below.filter((other) => other !== one.id) })}
                />
                <span>{one.name}</span>
              </label>
            ))}
          </div>
          <More list={list} />
        </fieldset>
      )}
    </Answered>
  );
}
