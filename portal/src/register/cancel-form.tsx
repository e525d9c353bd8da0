import { cancellationGrounds, wrongs } from '@dengke/contract';
import type { CancellationGround } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { keyed } from '../api/use-act';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { useRegistrarAct } from './use-registrar-act';

type Wrong = keyof typeof wrongs;
const grounds = Object.keys(cancellationGrounds) as CancellationGround[];
const isWrong = (ground: CancellationGround): ground is Wrong => ground in wrongs;

interface Props {
  serial: string;
  /** While somebody suspects that it is classified, there is no other ground. */
  isSuspected: boolean;
}

/** 注销: on one of the grounds of the rules alone; it stays in the register, marked. */
export function CancelForm({ serial, isSuspected }: Props): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setGround] = useState<CancellationGround | ''>('');
  const ground = isSuspected ? 'classified' : chosen;
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
        <>
          <div className="plain-form office-form ask">
            <label>
              {t('cancel.ground')}
              <select
                required
                disabled={isSuspected}
                value={ground}
                onChange={({ target }) => setGround(grounds.find((one) => one === target.value) ?? '')}
              >
                <option value="">{t('choose')}</option>
                {grounds.map((one) => (
                  <option key={one} value={one}>
                    {t(`cancel.grounds.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {ground !== '' && (isWrong(ground) ? <OfWrong serial={serial} ground={ground} /> : <OfClassified serial={serial} />)}
        </>
      )}
    </section>
  );
}

interface Cancelling {
  ground: Wrong;
  reason: string;
  document: File;
}

/** With reason and document (P36). */
function OfWrong({ serial, ground }: { serial: string; ground: Wrong }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState<File | undefined>();
  const acting = useRegistrarAct((input: Cancelling, key) => cancel(serial, input, key));
  const send = (): void => {
    if (document !== undefined) {
      acting.send({ ground, reason: reason.trim(), document });
    }
  };
  return (
    <form className="plain-form office-form ask" onSubmit={(event) => (event.preventDefault(), send())}>
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
  );
}

/** By the number of a document alone: no file and no words of what is classified (P17). */
function OfClassified({ serial }: { serial: string }): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const [documentNumber, setNumber] = useState('');
  const acting = useRegistrarAct((number: string, key) => cancelClassified(serial, number, key));
  return (
    <form className="plain-form office-form ask" onSubmit={(event) => (event.preventDefault(), acting.send(documentNumber.trim()))}>
      <p className="hint">{t('cancel.classifiedHint')}</p>
      <label>
        {t('cancel.documentNumber')}
        <input required maxLength={60} value={documentNumber} onChange={({ target }) => setNumber(target.value)} />
      </label>
      {acting.error !== null && <Trouble error={acting.error} />}
      <div className="acts">
        <Button primary danger type="submit" disabled={acting.isPending || documentNumber.trim() === ''}>
          {t('confirm', { act: t('cancel.title') })}
        </Button>
      </div>
    </form>
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

const cancelClassified = (serial: string, documentNumber: string, key: string) =>
  answerOf(api.POST('/submissions/{serial}/cancel-classified', { ...keyed(key), params: { path: { serial } }, body: { documentNumber } }));
