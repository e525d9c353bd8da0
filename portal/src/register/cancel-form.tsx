import { cancellationGrounds } from '@dengke/contract';
import type { CancellationGround } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { keyed } from '../api/use-act';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { useRegistrarAct } from './use-registrar-act';

const grounds = Object.keys(cancellationGrounds) as CancellationGround[];

interface Cancelling {
  ground: CancellationGround;
  reason: string;
  document: File;
}

/** 注销: on one of the grounds of the rule alone, with reason and document; it stays in the register, marked. */
export function CancelForm({ serial }: { serial: string }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const [isOpen, setOpen] = useState(false);
  const [ground, setGround] = useState<CancellationGround | ''>('');
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState<File | undefined>();
  const acting = useRegistrarAct((input: Cancelling, key) => cancel(serial, input, key));
  const send = (): void => {
    if (ground !== '' && document !== undefined) {
      acting.send({ ground, reason: reason.trim(), document });
    }
  };
  return (
    <section className="card" aria-labelledby="cancel">
      <h2 id="cancel">{t('cancel.title')}</h2>
      <p className="hint">{t('cancel.hint')}</p>
      <div className="acts">
        <Button aria-expanded={isOpen} danger onClick={() => setOpen(!isOpen)}>
          {t('cancel.begin')}
        </Button>
      </div>
      {isOpen && (
        <form className="plain-form office-form ask" onSubmit={(event) => (event.preventDefault(), send())}>
          <label>
            {t('cancel.ground')}
            <select required value={ground} onChange={({ target }) => setGround(grounds.find((one) => one === target.value) ?? '')}>
              <option value="">{t('choose')}</option>
              {grounds.map((one) => (
                <option key={one} value={one}>
                  {t(`cancel.grounds.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('cancel.document')}
            <input type="file" required accept=".pdf,.jpg,.jpeg,.png" onChange={({ target }) => setDocument(target.files?.[0])} />
          </label>
          <label className="whole">
            {t('reason')}
            <textarea rows={3} required maxLength={2_000} value={reason} onChange={({ target }) => setReason(target.value)} />
          </label>
          {acting.error !== null && <Trouble error={acting.error} />}
          <div className="acts">
            <Button primary danger type="submit" disabled={acting.isPending || document === undefined || reason.trim() === ''}>
              {t('confirm', { act: t('cancel.title') })}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

const cancel = (serial: string, { ground, reason, document }: Cancelling, key: string) =>
  answerOf(
    api.POST('/submissions/{serial}/cancel', {
      ...keyed(key),
      params: { path: { serial } },
      body: { ground, reason, document: '' },
      bodySerializer: () => {
        const form = new FormData();
        form.append('ground', ground);
        form.append('reason', reason);
        form.append('document', document, document.name);
        return form;
      },
    }),
  );
