import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { allOfWindows, informationQuery } from './reading';

type Information = Schemas['InformDto'];

/** Whom to ask and what to read first, as the public page of the window says it. */
export function WindowInformation({ id }: { id: string }): React.JSX.Element | null {
  const { t } = useTranslation('window');
  const { data } = useQuery(informationQuery(id));
  return data === undefined || data === null ? null : (
    <section className="card" aria-labelledby="information">
      <h2 id="information">{t('information')}</h2>
      <InformationForm id={id} before={{ contacts: data.contacts, manuals: data.manuals }} />
    </section>
  );
}

function InformationForm({ id, before }: { id: string; before: Information }): React.JSX.Element {
  const { t } = useTranslation('window');
  const queries = useQueryClient();
  const [{ contacts, manuals }, set] = useState(before);
  const acting = useAct(
    (body: Information, key) => answerOf(api.PUT('/windows/{id}/information', { ...keyed(key), params: { path: { id } }, body })),
    () => queries.invalidateQueries(allOfWindows),
  );
  const contact = (place: number, part: Partial<Information['contacts'][number]>): void =>
    set({ manuals, contacts: contacts.map((one, index) => (index === place ? { ...one, ...part } : one)) });
  const manual = (place: number, part: Partial<Information['manuals'][number]>): void =>
    set({ contacts, manuals: manuals.map((one, index) => (index === place ? { ...one, ...part } : one)) });
  return (
    <form className="plain-form office-form" onSubmit={(event) => (event.preventDefault(), acting.send({ contacts, manuals }))}>
      <fieldset>
        <legend>{t('contacts')}</legend>
        {contacts.map((one, place) => (
          <div key={place} className="row-of-fields">
            {(['office', 'phone', 'address'] as const).map((field) => (
              <label key={field}>
                {t(`contact.${field}`)}
                <input required value={one[field]} onChange={({ target }) => contact(place, { [field]: target.value })} />
              </label>
            ))}
            <div>
              <Button onClick={() => set({ manuals, contacts: contacts.filter((_, index) => index !== place) })}>{t('takeAway')}</Button>
            </div>
          </div>
        ))}
        <div>
          <Button onClick={() => set({ manuals, contacts: [...contacts, { office: '', phone: '', address: '' }] })}>
            {t('addContact')}
          </Button>
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('manuals')}</legend>
        {manuals.map((one, place) => (
          <div key={place} className="row-of-fields">
            {(['title', 'url'] as const).map((field) => (
              <label key={field}>
                {t(`manual.${field}`)}
                <input required value={one[field]} onChange={({ target }) => manual(place, { [field]: target.value })} />
              </label>
            ))}
            <div>
              <Button onClick={() => set({ contacts, manuals: manuals.filter((_, index) => index !== place) })}>{t('takeAway')}</Button>
            </div>
          </div>
        ))}
        <div>
          <Button onClick={() => set({ contacts, manuals: [...manuals, { title: '', url: '' }] })}>{t('addManual')}</Button>
        </div>
      </fieldset>
      {acting.error !== null && <Trouble error={acting.error} />}
      <div className="acts">
        <Button type="submit" disabled={acting.isPending}>
          {t('keep')}
        </Button>
      </div>
    </form>
  );
}
