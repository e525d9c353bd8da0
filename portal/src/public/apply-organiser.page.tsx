import { organiserDeclaration, organiserKinds, organiserScans } from '@dengke/contract';
import type { OrganiserForm, OrganiserKind } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useAct } from '../api/use-act';
import { ThereAgain, useKept } from '../shared/kept';
import { Trouble } from '../shared/trouble';
import type { Applied, OrganiserApplying } from './applying';
import { applyAsOrganiser } from './applying';
import { ApplyingReceipt } from './applying-receipt';
import { PublicPage } from './public-page';

const kinds = Object.keys(organiserKinds) as OrganiserKind[];
const nobody = { name: '', mobile: '', mail: '' };
const nothing: OrganiserForm & Pick<OrganiserApplying, 'scans'> = {
  ...{ organiser: '', kind: 'municipal-science', address: '', postcode: '', legalRepresentative: '', department: '' },
  ...{ leader: { name: '', mobile: '' }, head: nobody, staff: nobody, declaration: '', signedOn: '' },
  scans: { signature: undefined, seal: undefined },
};

/** 附件2: every field of the form, the declaration, the scans of signature and seal (S82–S86). */
export function ApplyOrganiserPage(): React.JSX.Element {
  const { t } = useTranslation('applying');
  const [applied, setApplied] = useState<Applied | null>(null);
  return (
    <PublicPage title={t('organiser.title')} lead={t('organiser.lead')}>
      {applied === null ? <Form onApplied={setApplied} /> : <ApplyingReceipt applied={applied} />}
    </PublicPage>
  );
}

function Form({ onApplied }: { onApplied: (applied: Applied) => void }): React.JSX.Element {
  const { t } = useTranslation('applying');
  const kept = useKept('apply-organiser', nothing, ['legalRepresentative', 'leader', 'head', 'staff', 'declaration', 'scans']);
  const { scans, ...form } = kept.form;
  const { set } = kept;
  const sending = useAct(applyAsOrganiser, (applied) => {
    kept.letGo();
    onApplied(applied);
  });
  return (
    <form className="card plain-form" onSubmit={(event) => (event.preventDefault(), sending.send({ form, scans }))}>
      <ThereAgain kept={kept} lacks={['contacts', 'files']} />
      <Line label={t('organiser.organiser')} most={200} value={form.organiser} set={(organiser) => set({ organiser })} />
      <label>
        {t('organiser.kind')}
        <select value={form.kind} onChange={({ target }) => set({ kind: kinds.find((one) => one === target.value) ?? form.kind })}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`organiser.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <Line label={t('organiser.address')} most={300} value={form.address} set={(address) => set({ address })} />
      <Line label={t('organiser.postcode')} most={6} pattern="\d{6}" value={form.postcode} set={(postcode) => set({ postcode })} />
      <Line
        label={t('organiser.legalRepresentative')}
        most={60}
        value={form.legalRepresentative}
        set={(legalRepresentative) => set({ legalRepresentative })}
      />
      <Contact title={t('organiser.leader')} contact={form.leader} set={(leader) => set({ leader })} />
      <Line label={t('organiser.department')} most={60} value={form.department} set={(department) => set({ department })} />
      <Contact title={t('organiser.head')} contact={form.head} set={(head) => set({ head })} />
      <Contact title={t('organiser.staff')} contact={form.staff} set={(staff) => set({ staff })} />
      <label>
        {t('organiser.signedOn')}
        <input type="date" required value={form.signedOn} onChange={({ target }) => set({ signedOn: target.value })} />
      </label>
      {organiserScans.map((scan) => (
        <label key={scan}>
          {t(`organiser.scans.${scan}`)}
          <input
            type="file"
            required
            accept=".pdf,.jpg,.jpeg,.png"
            onChange={({ target }) => set({ scans: { ...scans, [scan]: target.files?.[0] } })}
          />
          <span className="hint">{t('organiser.scanHint')}</span>
        </label>
      ))}
      <div className="choices">
        <label>
          <input
            type="checkbox"
            required
            checked={form.declaration !== ''}
            onChange={({ target }) => set({ declaration: target.checked ? organiserDeclaration : '' })}
          />
          <span lang="zh-CN">{organiserDeclaration}</span>
        </label>
      </div>
      {sending.error !== null && <Trouble error={sending.error} />}
      <div>
        <button type="submit" className="plain-button" disabled={sending.isPending}>
          {t('send')}
        </button>
      </div>
    </form>
  );
}

interface LineProps {
  label: string;
  most: number;
  pattern?: string;
  value: string;
  set: (value: string) => void;
}

function Line({ label, most, pattern, value, set }: LineProps): React.JSX.Element {
  return (
    <label>
      {label}
      <input required maxLength={most} pattern={pattern} value={value} onChange={({ target }) => set(target.value)} />
    </label>
  );
}

interface ContactProps<Contact> {
  title: string;
  contact: Contact;
  set: (contact: Contact) => void;
}

function Contact<One extends { name: string; mobile: string; mail?: string }>({
  title,
  contact,
  set,
}: ContactProps<One>): React.JSX.Element {
  const { t } = useTranslation('applying');
  return (
    <fieldset className="contact-fields">
      <legend>{title}</legend>
      <Line label={t('personName')} most={60} value={contact.name} set={(name) => set({ ...contact, name })} />
      <Line label={t('mobile')} most={11} pattern="1\d{10}" value={contact.mobile} set={(mobile) => set({ ...contact, mobile })} />
      {contact.mail !== undefined && <Line label={t('mail')} most={200} value={contact.mail} set={(mail) => set({ ...contact, mail })} />}
    </fieldset>
  );
}
