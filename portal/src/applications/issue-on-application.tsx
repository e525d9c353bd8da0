import { unitKinds } from '@dengke/contract';
import type { UnitKind } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { DeliveryField } from '../people/delivery-field';
import type { Delivery, Issued } from '../people/people';
import { Refusal } from '../shared/refusal';
import { issueOnApplication } from './applications';

interface Props {
  application: Schemas['CredentialApplicationPageDto'];
  /** Somebody known who is the applicant; null for somebody new. */
  personId: string | null;
  onIssued: (issued: Issued) => Promise<void>;
}

interface OfLicence {
  unitKind: UnitKind;
  contactPhone: string;
  contactOffice: string;
  singlePerson: boolean;
}

/** The desk issues: to a known unit, or to one that it adds by its licence, compared where the check character is doubtful (P44). */
export function IssueOnApplication({ application, personId, onIssued }: Props): React.JSX.Element {
  const { t } = useTranslation(['applications', 'people']);
  const { id, unitId, checkCharacterDoubtful, similar } = application;
  const [login, setLogin] = useState('');
  const [delivery, setDelivery] = useState<Delivery>('slip');
  const [isCompared, setCompared] = useState(false);
  const [licence, setLicence] = useState<OfLicence>({ unitKind: 'enterprise', contactPhone: '', contactOffice: '', singlePerson: false });
  const issuing = useAct((body: Schemas['IssueOnApplicationDto'], key) => issueOnApplication(id, body, key), onIssued);
  const hasLogin = similar.people.some((one) => one.personId === personId && one.hasLogin);
  const isReissued = application.state === 'issued-expired';
  const { contactOffice, ...unit } = licence;
  const body = (): Schemas['IssueOnApplicationDto'] => ({
    delivery,
    ...(login.trim() === '' ? {} : { login: login.trim() }),
    ...(personId === null ? {} : { personId }),
    ...(isCompared ? { licenceConfirmed: true } : {}),
    ...(unitId === null ? { unit: { ...unit, ...(contactOffice.trim() === '' ? {} : { contactOffice: contactOffice.trim() }) } } : {}),
  });
  return (
    <section className="card" aria-labelledby="issuing">
      <h2 id="issuing">{t('applications:issue')}</h2>
      <form className="plain-form" onSubmit={(event) => (event.preventDefault(), issuing.send(body()))}>
        {!hasLogin && !isReissued && (
          <label>
            {t('people:login')}
            <input
              required
              pattern="[a-z][a-z0-9\-]{3,39}"
              autoComplete="off"
              autoCapitalize="none"
              value={login}
              onChange={({ target }) => setLogin(target.value)}
            />
            <span className="hint">{t('people:loginHint')}</span>
          </label>
        )}
        {unitId === null && <Licence licence={licence} set={(part) => setLicence({ ...licence, ...part })} />}
        {(unitId === null || checkCharacterDoubtful) && (
          <div className="choices">
            <label>
              <input type="checkbox" required checked={isCompared} onChange={({ target }) => setCompared(target.checked)} />
              <span>{t('applications:compared')}</span>
            </label>
          </div>
        )}
        {!hasLogin && <DeliveryField delivery={delivery} choose={setDelivery} />}
        {issuing.error !== null && <Refusal error={issuing.error} labels={{ login: t('people:login') }} />}
        <div>
          <button type="submit" className="plain-button" disabled={issuing.isPending}>
            {t('people:issue')}
          </button>
        </div>
      </form>
    </section>
  );
}

function Licence({ licence, set }: { licence: OfLicence; set: (part: Partial<OfLicence>) => void }): React.JSX.Element {
  const { t } = useTranslation('applications');
  return (
    <>
      <p className="hint">{t('newUnit')}</p>
      <label>
        {t('unitKind')}
        <select
          value={licence.unitKind}
          onChange={({ target }) => set({ unitKind: unitKinds.find((one) => one === target.value) ?? 'other' })}
        >
          {unitKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`unitKinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('officePhone')}
        <input
          type="tel"
          required
          minLength={5}
          maxLength={30}
          value={licence.contactPhone}
          onChange={({ target }) => set({ contactPhone: target.value })}
        />
      </label>
      <label>
        {t('office')}
        <input maxLength={60} value={licence.contactOffice} onChange={({ target }) => set({ contactOffice: target.value })} />
      </label>
      <div className="choices">
        <label>
          <input type="checkbox" checked={licence.singlePerson} onChange={({ target }) => set({ singlePerson: target.checked })} />
          <span>{t('singlePerson')}</span>
        </label>
      </div>
    </>
  );
}
