import { creatableKinds, unitKinds } from '@dengke/contract';
import { useTranslation } from '../messages/use-translation';
import type { FieldsProps } from './change-fields';
import type { Picked } from './changing';
import { OrganisationPicker } from './organisation-picker';

interface Props extends FieldsProps {
  /** Of what is split off: that of the one it was part of; null where it is chosen. */
  kind: Picked['kind'] | null;
}

/** A node that is to be: what it is called, where it hangs, how its office is reached. */
export function NewOrganisationFields({ wanted, set, kind }: Props): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'forms']);
  const isUnit = (kind ?? wanted.kind) === 'unit';
  return (
    <>
      {kind === null && (
        <label>
          {t('organisations:kind')}
          <select
            value={wanted.kind}
            onChange={({ target }) => set({ kind: creatableKinds.find((one) => one === target.value) ?? 'unit' })}
          >
            {creatableKinds.map((one) => (
              <option key={one} value={one}>
                {t(`forms:kinds.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t('organisations:name')}
        <input required maxLength={200} value={wanted.name} onChange={({ target }) => set({ name: target.value })} />
      </label>
      <label>
        {t('organisations:area')}
        <input
          required
          inputMode="numeric"
          pattern="\d{2}(\d{2}){0,2}"
          maxLength={6}
          value={wanted.areaCode}
          onChange={({ target }) => set({ areaCode: target.value })}
        />
      </label>
      <OrganisationPicker
        label={t('organisations:issuer')}
        chosen={wanted.credentialParent}
        choose={(credentialParent) => set({ credentialParent })}
      />
      <OrganisationPicker
        label={t('organisations:senderOrSame')}
        chosen={wanted.noticeParent}
        choose={(noticeParent) => set({ noticeParent })}
      />
      <label>
        {t('organisations:office')}
        <input required maxLength={60} value={wanted.office} onChange={({ target }) => set({ office: target.value })} />
      </label>
      <label>
        {t('organisations:phone')}
        <input type="tel" required maxLength={30} value={wanted.phone} onChange={({ target }) => set({ phone: target.value })} />
      </label>
      {isUnit && <UnitFields wanted={wanted} set={set} />}
    </>
  );
}

const doors = ['municipal', 'organiser'] as const;

function UnitFields({ wanted, set }: FieldsProps): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'applications']);
  return (
    <>
      <label>
        {t('organisations:uscc')}
        <input required maxLength={18} autoComplete="off" value={wanted.uscc} onChange={({ target }) => set({ uscc: target.value })} />
      </label>
      <label>
        {t('organisations:unitKind')}
        <select value={wanted.unitKind} onChange={({ target }) => set({ unitKind: target.value })}>
          {unitKinds.map((one) => (
            <option key={one} value={one}>
              {t(`applications:unitKinds.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <OrganisationPicker
        label={t('organisations:organiser')}
        kind="organiser"
        chosen={wanted.organiser}
        choose={(organiser) => set({ organiser })}
      />
      <fieldset className="choices">
        <legend>{t('organisations:doors')}</legend>
        {doors.map((door) => (
          <label key={door}>
            <input
              type="checkbox"
              checked={wanted.doors.includes(door)}
              onChange={({ target }) =>
                set({ doors: target.checked ? [...wanted.doors, door] : wanted.doors.filter((one) => one !== door) })
              }
            />
            <span>{t(`organisations:doorNames.${door}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className="choices">
        <label>
          <input type="checkbox" checked={wanted.isEnergy} onChange={({ target }) => set({ isEnergy: target.checked })} />
          <span>{t('organisations:isEnergy')}</span>
        </label>
        <label>
          <input type="checkbox" checked={wanted.singlePerson} onChange={({ target }) => set({ singlePerson: target.checked })} />
          <span>{t('applications:singlePerson')}</span>
        </label>
      </div>
    </>
  );
}
