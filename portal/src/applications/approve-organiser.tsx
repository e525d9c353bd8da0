import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { DeliveryField } from '../people/delivery-field';
import type { Issued } from '../people/people';
import { Refusal } from '../shared/refusal';
import { approveOrganiser } from './applications';

interface Props {
  application: Schemas['OrganiserApplicationPageDto'];
  onIssued: (issued: Issued) => Promise<void>;
}

/** Approving adds the organiser with the login of its one super administrator (S57). */
export function ApproveOrganiser({ application, onIssued }: Props): React.JSX.Element {
  const { t } = useTranslation(['applications', 'people']);
  const [body, setBody] = useState<Schemas['ApproveDto']>({
    login: '',
    superAdmin: 'head',
    areaCode: '',
    contactPhone: '',
    delivery: 'slip',
  });
  const set = (part: Partial<Schemas['ApproveDto']>): void => setBody({ ...body, ...part });
  const approving = useAct((input: Schemas['ApproveDto'], key) => approveOrganiser(application.id, input, key), onIssued);
  return (
    <section className="card" aria-labelledby="approving">
      <h2 id="approving">{t('applications:approve')}</h2>
      <form className="plain-form" onSubmit={(event) => (event.preventDefault(), approving.send(body))}>
        <fieldset className="choices">
          <legend>{t('applications:whoHolds')}</legend>
          {(['head', 'staff'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="super-admin" checked={body.superAdmin === one} onChange={() => set({ superAdmin: one })} />
              <span>
                {t(`applications:${one}`)}：{application[one].name}
              </span>
            </label>
          ))}
        </fieldset>
        <label>
          {t('people:login')}
          <input
            required
            pattern="[a-z][a-z0-9\-]{3,39}"
            autoComplete="off"
            autoCapitalize="none"
            value={body.login}
            onChange={({ target }) => set({ login: target.value })}
          />
          <span className="hint">{t('people:loginHint')}</span>
        </label>
        <label>
          {t('applications:area')}
          <input
            required
            inputMode="numeric"
            pattern="\d{2}(\d{2}){0,2}"
            maxLength={6}
            value={body.areaCode}
            onChange={({ target }) => set({ areaCode: target.value })}
          />
          <span className="hint">{t('applications:areaHint')}</span>
        </label>
        <label>
          {t('applications:officePhone')}
          <input
            type="tel"
            required
            minLength={5}
            maxLength={30}
            value={body.contactPhone}
            onChange={({ target }) => set({ contactPhone: target.value })}
          />
        </label>
        <DeliveryField delivery={body.delivery} choose={(delivery) => set({ delivery })} />
        {approving.error !== null && <Refusal error={approving.error} labels={{ login: t('people:login') }} />}
        <div>
          <button type="submit" className="plain-button" disabled={approving.isPending}>
            {t('applications:approve')}
          </button>
        </div>
      </form>
    </section>
  );
}
