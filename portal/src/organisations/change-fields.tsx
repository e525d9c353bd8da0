import type { GraphChangeKind } from '@dengke/contract';
import { useTranslation } from '../messages/use-translation';
import { AreaFields } from './area-fields';
import type { Picked, Wanted } from './changing';
import { NewOrganisationFields } from './new-organisation-fields';
import { OrganisationPicker } from './organisation-picker';
import { BelowField, PeopleField } from './who-goes-over';

export interface FieldsProps {
  wanted: Wanted;
  set: (part: Partial<Wanted>) => void;
}

interface Props extends FieldsProps {
  kind: GraphChangeKind;
  organisation: Picked | null;
}

/** What each kind of change asks. */
export function ChangeFields({ kind, organisation, wanted, set }: Props): React.JSX.Element {
  const { t } = useTranslation('organisations');
  switch (kind) {
    case 'create':
      return <NewOrganisationFields wanted={wanted} set={set} kind={null} />;
    case 'transfer':
      return <Transfer organisation={organisation} wanted={wanted} set={set} />;
    case 'rename':
      return <Names wanted={wanted} set={set} />;
    case 'merge':
      return (
        <>
          <OrganisationPicker label={t('into')} chosen={wanted.other} choose={(other) => set({ other })} kind={organisation?.kind} />
          {organisation?.kind === 'municipal' && <AreaFields wanted={wanted} set={set} />}
        </>
      );
    case 'split':
      return (
        <>
          <NewOrganisationFields wanted={wanted} set={set} kind={organisation?.kind ?? 'unit'} />
          {organisation !== null && <PeopleField from={organisation} to={organisation} wanted={wanted} set={set} label={t('peopleGo')} />}
          {organisation !== null && organisation.kind !== 'unit' && (
            <BelowField id={organisation.id} wanted={wanted} set={set} label={t('belowGoes')} />
          )}
        </>
      );
    case 'close':
      return (
        <OrganisationPicker label={t('successor')} chosen={wanted.other} choose={(other) => set({ other })} kind={organisation?.kind} />
      );
    case 'revoke':
      return (
        <>
          <p className="hint">{t('fromOutside')}</p>
          <OrganisationPicker label={t('takenFrom')} chosen={wanted.other} choose={(other) => set({ other, people: [] })} />
          {organisation !== null && wanted.other !== null && (
            <PeopleField from={wanted.other} to={organisation} wanted={wanted} set={set} label={t('takeOver')} />
          )}
        </>
      );
    case 'handOver':
      return (
        <>
          <OrganisationPicker label={t('issuesFromNow')} chosen={wanted.other} choose={(other) => set({ other })} />
          {organisation !== null && <BelowField id={organisation.id} wanted={wanted} set={set} label={t('ofThese')} />}
        </>
      );
  }
}

function Transfer({ organisation, wanted, set }: FieldsProps & Pick<Props, 'organisation'>): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const hasOrganiser = organisation?.kind === 'unit' || organisation?.kind === 'municipal';
  return (
    <>
      <p className="hint">{t('leftOutStays')}</p>
      <OrganisationPicker label={t('issuer')} chosen={wanted.credentialParent} choose={(credentialParent) => set({ credentialParent })} />
      <OrganisationPicker label={t('sender')} chosen={wanted.noticeParent} choose={(noticeParent) => set({ noticeParent })} />
      {hasOrganiser && (
        <OrganisationPicker label={t('organiser')} kind="organiser" chosen={wanted.organiser} choose={(organiser) => set({ organiser })} />
      )}
      <label>
        {t('areaOptional')}
        <input
          inputMode="numeric"
          pattern="\d{2}(\d{2}){0,2}"
          maxLength={6}
          value={wanted.areaCode}
          onChange={({ target }) => set({ areaCode: target.value })}
        />
      </label>
    </>
  );
}

function Names({ wanted, set }: FieldsProps): React.JSX.Element {
  const { t } = useTranslation('organisations');
  return (
    <>
      <p className="hint">{t('leftOutStays')}</p>
      <label>
        {t('newName')}
        <input maxLength={200} value={wanted.name} onChange={({ target }) => set({ name: target.value })} />
      </label>
      <label>
        {t('office')}
        <input maxLength={60} value={wanted.office} onChange={({ target }) => set({ office: target.value })} />
      </label>
      <label>
        {t('phone')}
        <input type="tel" maxLength={30} value={wanted.phone} onChange={({ target }) => set({ phone: target.value })} />
      </label>
    </>
  );
}
