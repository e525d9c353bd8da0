import { hasRightCheckCharacter, isWellFormedUscc, normalisedUscc, rolesToApplyFor, unitFields } from '@dengke/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useAct } from '../api/use-act';
import { ThereAgain, useKept } from '../shared/kept';
import { Trouble } from '../shared/trouble';
import type { Applied, LoginForm } from './applying';
import { applyForLogin } from './applying';
import { ApplyingReceipt } from './applying-receipt';
import { PublicPage } from './public-page';

const nothing: LoginForm = { name: '', mobile: '', mail: '', uscc: '', unitName: '', areaCode: '', field: 'energy', role: 'completer' };

/** Somebody of a completing unit asks the level above for a login (S27, S61). */
export function ApplyPage(): React.JSX.Element {
  const { t } = useTranslation('applying');
  const [applied, setApplied] = useState<Applied | null>(null);
  return (
    <PublicPage title={t('login.title')} lead={t('login.lead')}>
      {applied === null ? (
        <>
          <Form onApplied={setApplied} />
          <p>
            <Link to="/apply/organiser">{t('organiser.title')}</Link> · <Link to="/apply/standing">{t('standing.title')}</Link>
          </p>
        </>
      ) : (
        <ApplyingReceipt applied={applied} />
      )}
    </PublicPage>
  );
}

function Form({ onApplied }: { onApplied: (applied: Applied) => void }): React.JSX.Element {
  const { t } = useTranslation(['applying', 'shell']);
  const kept = useKept('apply', nothing, ['name', 'mobile', 'mail']);
  const { form, set } = kept;
  const sending = useAct(applyForLogin, (applied) => {
    kept.letGo();
    onApplied(applied);
  });
  const uscc = normalisedUscc(form.uscc);
  const isDoubtful = isWellFormedUscc(uscc) && !hasRightCheckCharacter(uscc);
  return (
    <form className="card plain-form" onSubmit={(event) => (event.preventDefault(), sending.send({ ...form, uscc }))}>
      <ThereAgain kept={kept} lacks={['contacts']} />
      <label>
        {t('applying:login.name')}
        <input required maxLength={60} autoComplete="name" value={form.name} onChange={({ target }) => set({ name: target.value })} />
      </label>
      <label>
        {t('applying:mobile')}
        <input
          type="tel"
          required
          pattern="1\d{10}"
          maxLength={11}
          autoComplete="tel"
          value={form.mobile}
          onChange={({ target }) => set({ mobile: target.value })}
        />
      </label>
      <label>
        {t('applying:mail')}
        <input
          type="email"
          required
          maxLength={200}
          autoComplete="email"
          value={form.mail}
          onChange={({ target }) => set({ mail: target.value })}
        />
      </label>
      <label>
        {t('applying:login.unitName')}
        <input
          required
          minLength={2}
          maxLength={200}
          autoComplete="organization"
          value={form.unitName}
          onChange={({ target }) => set({ unitName: target.value })}
        />
      </label>
      <label>
        {t('applying:login.uscc')}
        <input required maxLength={24} autoComplete="off" value={form.uscc} onChange={({ target }) => set({ uscc: target.value })} />
        {isDoubtful && <span className="hint">{t('applying:login.doubtful')}</span>}
      </label>
      <label>
        {t('applying:area')}
        <input
          required
          inputMode="numeric"
          pattern="\d{2}(\d{2}){0,2}"
          maxLength={6}
          value={form.areaCode}
          onChange={({ target }) => set({ areaCode: target.value })}
        />
        <span className="hint">{t('applying:areaHint')}</span>
      </label>
      <fieldset className="choices">
        <legend>{t('applying:login.field')}</legend>
        {unitFields.map((field) => (
          <label key={field}>
            <input type="radio" name="field" checked={form.field === field} onChange={() => set({ field })} />
            {t(`applying:login.fields.${field}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{t('applying:login.role')}</legend>
        {rolesToApplyFor.map((role) => (
          <label key={role}>
            <input type="radio" name="role" checked={form.role === role} onChange={() => set({ role })} />
            {t(`shell:roles.${role}`)}
          </label>
        ))}
      </fieldset>
      <p className="hint">{t('applying:login.how')}</p>
      {sending.error !== null && <Trouble error={sending.error} />}
      <div>
        <button type="submit" className="plain-button" disabled={sending.isPending}>
          {t('applying:send')}
        </button>
      </div>
    </form>
  );
}
